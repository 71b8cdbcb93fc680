import { areaY, barY, dot, gridY, line, ruleY } from "@observablehq/plot";
import { Chart, colourOf, legend } from "./chart";
import type { Part, Row } from "./data";
import { element } from "./elements";
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
