import { cellMap, distributionChart } from "./cells";
import { type ReportData, readData } from "./data";
import { element } from "./elements";
import { formatNumber, formatValue } from "./format";
import { bestTable, correlationChart, noiseChart, shapeChart, walkChart } from "./landscape";
import { checklist, finalChart, regretChart, searchTables } from "./search";
import { table } from "./table";

declare const CREDITS: string[];

type Section = [id: string, title: string, ...content: (HTMLElement | string | null)[]];

/** All sections that the data allow, in order. */
function sections(data: ReportData): Section[] {
  const { stats, search } = data;
  const made: (Section | null)[] = [
    ["data", "The data", facts(data), stats.best ? bestTable(stats.best) : null],
    data.cells.module_hash.length > 0 ? ["cells", "All cells", cellMap(data.cells)] : null,
    data.distributions.length > 0 ? ["accuracies", "Accuracies", distributionChart(data.distributions)] : null,
    stats.noise?.length ? ["noise", "Noise", noiseChart(stats.noise)] : null,
    stats.correlation?.length ? ["correlation", "Correlation", correlationChart(stats.correlation)] : null,
    stats.replacement?.length
      ? [
          "replacement",
          "Replacing an operation",
          table("Mean change of validation accuracy, and ratio of training times", stats.replacement),
        ]
      : null,
    stats.depth?.length ? ["depth", "Depth", shapeChart("depth", stats.depth)] : null,
    stats.width?.length ? ["width", "Width", shapeChart("width", stats.width)] : null,
    stats.optima?.length ? ["optima", "Local optima", table("Local optima by neighbourhood", stats.optima)] : null,
    stats.volume?.length
      ? ["volume", "Volume around the best cells", ...stats.volume.map((each) => volumeTable(each))]
      : null,
    stats.walk?.length ? ["walk", "Random walks", walkChart(stats.walk)] : null,
    stats.diverged ? ["diverged", "Diverged trainings", divergedText(stats.diverged)] : null,
    search ? ["search", "Search", regretChart(search), finalChart(search), searchTables(search)] : null,
    search ? ["checklist", "Checklist", checklist(search)] : null,
    ["rerun", "How to run this again", commands(data)],
    ["libraries", "Libraries", element("p", {}, `The pictures are drawn with ${CREDITS.join(", ")}.`)],
  ];
  return made.filter((section) => section !== null);
}

function facts({ file, provenance, notes }: ReportData): HTMLElement {
  const rows: [string, string][] = [
    ["file", file.name],
    ["format", file.format],
    ["provenance", provenance],
    ["cells", formatNumber(file.cells)],
    ["epochs", file.epochs.join(", ")],
    ["repeats", formatNumber(file.repeats)],
    ["bytes", formatNumber(file.bytes)],
  ];
  return element(
    "div",
    {},
    element("dl", {}, ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)])),
    notes.length === 0 ? null : element("ul", { class: "notes" }, ...notes.map((note) => element("li", {}, note))),
  );
}

function volumeTable(volume: NonNullable<ReportData["stats"]["volume"]>[number]): HTMLElement {
  return table(
    `Cells within a distance of ${volume.name}`,
    volume.distance.map((distance, i) => ({
      distance,
      "raw points": volume.raw[i] ?? null,
      classes: volume.classes[i] ?? null,
    })),
  );
}

function divergedText(diverged: NonNullable<ReportData["stats"]["diverged"]>): HTMLElement {
  const said =
    `${formatNumber(diverged.runs)} repeats of ${formatNumber(diverged.cells)} cells end with a test accuracy below ` +
    `${formatValue(diverged.threshold)}.`;
  return element(
    "div",
    {},
    element("p", {}, said),
    diverged.hashes.length === 0
      ? null
      : element(
          "details",
          {},
          element("summary", {}, "Their hashes"),
          element("pre", {}, diverged.hashes.slice(0, 200).join("\n")),
        ),
  );
}

function commands({ rerun, version, search }: ReportData): HTMLElement {
  return element(
    "div",
    {},
    element(
      "p",
      {},
      `Version ${version} of NasBench for .NET. The same file and these commands give the same numbers:`,
    ),
    element("pre", {}, rerun.join("\n")),
    search
      ? element(
          "p",
          {},
          `Seed ${search.summary.seed}, budget ${search.summary.budget}, optimum ${formatNumber(search.summary.optimum)} of the data in use.`,
        )
      : null,
  );
}

function show(data: ReportData): void {
  const main = document.querySelector("main");
  const contents = document.querySelector("nav ul");
  for (const [id, title, ...content] of sections(data)) {
    contents?.append(element("li", {}, element("a", { href: `#${id}` }, title)));
    main?.append(
      element(
        "section",
        { id, "aria-labelledby": `${id}-title` },
        element("h2", { id: `${id}-title` }, title),
        ...content,
      ),
    );
  }
}

show(readData());
