import { areaY, barY, dot, gridY, line, ruleY } from "@observablehq/plot";
import { Chart, colourOf, legend } from "./chart";
import type { Part, Row } from "./data";
import { element } from "./elements";
import { formatName } from "./format";
import { textTable } from "./table";

const numeric = (row: Row, name: string): number =>
  typeof row[name] === "number" ? (row[name] as number) : Number.NaN;

/** What a part of the landscape says: its picture, if it has one, its tables, and what the data do not allow to say. */
export function landscapePart(part: Part): HTMLElement {
  return element(
    "div",
    {},
    picture(part),
    ...part.tables.map(textTable),
    part.notes.length === 0
      ? null
      : element("ul", { class: "notes" }, ...part.notes.map((note) => element("li", {}, note))),
  );
}

function picture({ name, value }: Part): HTMLElement | null {
  if (name === "walk" && value !== null) {
    return walkChart(value as Record<string, unknown>);
  }
  if (name === "volume" && value !== null) {
    return volumeChart(value as Record<string, Row>);
  }
  if (!Array.isArray(value) || value.length === 0) {
    return null;
  }
  const rows = value as Row[];
  switch (name) {
    case "noise":
      return noiseChart(rows);
    case "correlation":
      return correlationChart(rows);
    case "depth":
    case "width":
      return shapeChart(name, rows);
    default:
      return null;
  }
}

/** How much a repeat differs from another one. */
function noiseChart(noise: Row[]): HTMLElement {
  const chart = new Chart(
    "Standard deviation of the test accuracy over the repeats of a cell, as a mean over all cells.",
    () => ({
      ariaLabel: "Noise by number of epochs",
      height: 260,
      x: { label: "epochs", type: "band" },
      y: { label: "standard deviation" },
      marks: [
        gridY(),
        ruleY([0]),
        barY(noise, {
          x: (row: Row) => String(row.epochs),
          y: "test_sd",
          fill: colourOf(0),
          insetLeft: 12,
          insetRight: 12,
          sort: { x: null },
          tip: true,
        }),
      ],
    }),
  );
  return chart.figure;
}

/** How well one value ranks cells as another one does. */
function correlationChart(rows: Row[]): HTMLElement {
  const pairs = [...new Set(rows.map((row) => `${row.x} – ${row.y}`))];
  const points = rows
    .map((row) => ({
      pair: `${row.x} – ${row.y}`,
      top: numeric(row, "top_percent"),
      spearman: numeric(row, "spearman"),
    }))
    .filter((point) => Number.isFinite(point.spearman));
  const chart = new Chart("Spearman's rank correlation among the best cells by the second value.", () => ({
    ariaLabel: `Rank correlation by part of the best cells, for ${pairs.join(", ")}`,
    x: { label: "best cells [%]", type: "log", reverse: true, ticks: [100, 50, 25, 10, 5, 1], tickFormat: "d" },
    y: { label: "Spearman's ρ" },
    color: { domain: pairs, range: pairs.map((_, position) => colourOf(position)) },
    marks: [
      gridY(),
      ruleY([0]),
      line(points, { x: "top", y: "spearman", stroke: "pair", strokeWidth: 1.8 }),
      dot(points, { x: "top", y: "spearman", fill: "pair", r: 3, tip: true }),
    ],
  }));
  return element("div", {}, chart.figure, legend(pairs));
}

/** Depth or width: the accuracies of the cells that have it. */
function shapeChart(name: string, rows: Row[]): HTMLElement {
  const chart = new Chart(`Mean validation accuracy and its quartiles over the cells of each ${name}.`, () => ({
    ariaLabel: `Validation accuracy by ${name}`,
    height: 280,
    x: { label: name, ticks: rows.map((row) => numeric(row, "value")), tickFormat: "d" },
    y: { label: "validation accuracy", nice: true },
    marks: [
      gridY(),
      areaY(rows, { x: "value", y1: "validation_q25", y2: "validation_q75", fill: colourOf(0), fillOpacity: 0.2 }),
      line(rows, { x: "value", y: "validation_mean", stroke: colourOf(0), strokeWidth: 1.8 }),
      dot(rows, { x: "value", y: "validation_mean", fill: colourOf(0), r: 3.5, tip: true }),
    ],
  }));
  return chart.figure;
}

interface SeriesPoint {
  series: string;
  x: number;
  y: number;
}

/** How alike the values of a random walk are some steps apart, for each kind of walk. */
function walkChart(walk: Record<string, unknown>): HTMLElement {
  const lags = numbers(walk.lags);
  const points = ["class", "extended", "both_ways", "sampled"].flatMap((kind) =>
    numbers(walk[kind]).map((y, i) => ({ series: formatName(kind), x: lags[i] ?? Number.NaN, y })),
  );
  return seriesChart(
    "Autocorrelation of random walks: exact over classes, and sampled over raw cells.",
    "lag",
    "autocorrelation",
    points,
  );
}

/** How much of the raw space lies within a distance of some cells. */
function volumeChart(volume: Record<string, Row>): HTMLElement {
  const points = Object.entries(volume).flatMap(([name, each]) => {
    const counts = numbers(each.raw_points);
    const all = counts.at(-1) ?? 1;
    return counts.map((count, distance) => ({ series: formatName(name), x: distance, y: count / all }));
  });
  return seriesChart(
    "The part of all raw points within a Hamming distance of the nearest of some cells.",
    "distance",
    "part of the raw points",
    points,
  );
}

function numbers(value: unknown): number[] {
  return Array.isArray(value) ? value.map((each) => (typeof each === "number" ? each : Number.NaN)) : [];
}

/** Lines with a mark at each value, one for each series. */
function seriesChart(caption: string, across: string, up: string, points: SeriesPoint[]): HTMLElement {
  const drawn = points.filter(({ y }) => Number.isFinite(y));
  const names = [...new Set(drawn.map(({ series }) => series))];
  const chart = new Chart(caption, () => ({
    ariaLabel: `${up} by ${across}, for ${names.join(", ")}`,
    height: 300,
    x: { label: across },
    y: { label: up },
    color: { domain: names, range: names.map((_, position) => colourOf(position)) },
    marks: [
      gridY(),
      ruleY([0]),
      line(drawn, { x: "x", y: "y", stroke: "series", strokeWidth: 1.8 }),
      dot(drawn, { x: "x", y: "y", fill: "series", r: 2.5, tip: true }),
    ],
  }));
  return element("div", {}, chart.figure, legend(names));
}
