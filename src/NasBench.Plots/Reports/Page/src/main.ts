import { cellMap, distributionChart } from "./cells";
import { type ReportData, readData } from "./data";
import { element } from "./elements";
import { formatNumber } from "./format";
import { landscapePart } from "./landscape";
import { checklist, finalChart, regretChart, searchTables } from "./search";

declare const CREDITS: string[];

type Section = [id: string, title: string, ...content: (HTMLElement | string | null)[]];

/** All sections that the data allow, in order. */
function sections(data: ReportData): Section[] {
  const { search } = data;
  const made: (Section | null)[] = [
    ["data", "The data", facts(data)],
    data.cells.module_hash.length > 0 ? ["cells", "All cells", cellMap(data.cells)] : null,
    data.distributions.length > 0 ? ["accuracies", "Accuracies", distributionChart(data.distributions)] : null,
    ...data.parts.map((part): Section => [part.name, part.title, landscapePart(part)]),
    search ? ["search", "Search", regretChart(search), finalChart(search), searchTables(search)] : null,
    search ? ["checklist", "Checklist", checklist(search)] : null,
    ["rerun", "How to run this again", commands(data)],
    ["libraries", "Libraries", element("p", { class: "notes" }, `The pictures are drawn with ${CREDITS.join(", ")}.`)],
  ];
  return made.filter((section) => section !== null);
}

function facts({ file, provenance }: ReportData): HTMLElement {
  const rows: [string, string][] = [
    ["file", file.name],
    ["format", file.format],
    ["provenance", provenance],
    ["cells", formatNumber(file.cells)],
    ["epochs", file.epochs.join(", ")],
    ["repeats", formatNumber(file.repeats)],
    ["bytes", formatNumber(file.bytes)],
  ];
  return element("dl", {}, ...rows.flatMap(([name, value]) => [element("dt", {}, name), element("dd", {}, value)]));
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
