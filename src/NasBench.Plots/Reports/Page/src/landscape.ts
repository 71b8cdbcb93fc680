import { areaY, barY, dot, gridY, line, ruleY } from "@observablehq/plot";
import { Chart, colourOf, legend } from "./chart";
import type { Row, Stats } from "./data";
import { element } from "./elements";
import { table } from "./table";

const numeric = (row: Row, name: string): number =>
  typeof row[name] === "number" ? (row[name] as number) : Number.NaN;

/** The best cell under each definition. */
export function bestTable(best: NonNullable<Stats["best"]>): HTMLElement {
  return table(
    "Best cells; ties: how many reach the value",
    Object.entries(best).map(([by, cell]) => ({ definition: by, ...cell })),
    ["definition", "value", "module_hash", "ties"],
  );
}

/** How much a repeat differs from another one. */
export function noiseChart(noise: Row[]): HTMLElement {
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
  return element("div", {}, chart.figure, table("Noise by number of epochs", noise));
}

/** How well one value ranks cells as another one does. */
export function correlationChart(rows: Row[]): HTMLElement {
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
  return element("div", {}, chart.figure, legend(pairs), table("Correlations", rows));
}

/** Depth or width: the accuracies of the cells that have it. */
export function shapeChart(name: string, rows: Row[]): HTMLElement {
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
  return element("div", {}, chart.figure, table(`Cells by ${name}`, rows));
}

/** How alike the values of a walk are some steps apart. */
export function walkChart(walk: NonNullable<Stats["walk"]>): HTMLElement {
  const chart = new Chart("Autocorrelation of a random walk over classes.", () => ({
    ariaLabel: "Autocorrelation by lag",
    height: 280,
    x: { label: "lag" },
    y: { label: "autocorrelation" },
    marks: [
      gridY(),
      ruleY([0]),
      line(walk, { x: "lag", y: "exact", stroke: colourOf(0), strokeWidth: 1.8 }),
      dot(walk, { x: "lag", y: "exact", fill: colourOf(0), r: 3, tip: true }),
    ],
  }));
  return chart.figure;
}
