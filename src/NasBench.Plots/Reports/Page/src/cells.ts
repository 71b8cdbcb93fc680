import { dot, gridX, gridY, line, type PlotOptions, ruleY } from "@observablehq/plot";
import { Chart, colourOf, legend } from "./chart";
import type { CellColumns, QuantileSeries } from "./data";
import { choice, element } from "./elements";
import { formatNumber } from "./format";

const axes: Record<string, keyof CellColumns> = {
  "trainable parameters": "trainable_parameters",
  "training time [s]": "training_time",
  vertices: "vertices",
  edges: "edges",
  "validation accuracy": "validation_accuracy",
  "test accuracy": "test_accuracy",
};

interface CellPoint {
  x: number;
  y: number;
  vertices: number;
  hash: string;
}

/** The scatter of cells, with a choice for each axis. */
export function cellMap(cells: CellColumns): HTMLElement {
  const names = Object.keys(axes);
  const ranges = ["without the lowest 2 %", "all"] as const;
  const shown = { x: "trainable parameters", y: "test accuracy", range: ranges[0] as string };
  const vertices = [...new Set(cells.vertices)].sort((a, b) => a - b);

  function options(): PlotOptions {
    const all = cellPoints(cells, axes[shown.x], axes[shown.y]);
    const lowest =
      shown.range === ranges[0] ? all.map(({ y }) => y).sort((a, b) => a - b)[Math.floor(all.length / 50)] : undefined;
    const points = lowest === undefined ? all : all.filter(({ y }) => y >= lowest);
    const isWide = shown.x === "trainable parameters" || shown.x === "training time [s]";
    return {
      ariaLabel: `${shown.y} against ${shown.x} of ${points.length} cells`,
      x: { label: shown.x, type: isWide ? "log" : "linear", tickFormat: isWide ? "~s" : undefined, ticks: 8 },
      y: { label: shown.y, type: shown.y === "trainable parameters" ? "log" : "linear" },
      color: { domain: vertices, range: vertices.map((_, position) => colourOf(position)), type: "ordinal" },
      marks: [
        gridY(),
        dot(points, {
          x: "x",
          y: "y",
          r: 1.6,
          fill: "vertices",
          fillOpacity: 0.55,
          tip: true,
          title: (point: CellPoint) =>
            `${point.hash}\n${shown.x}: ${formatNumber(point.x)}\n${shown.y}: ${formatNumber(point.y)}\nvertices: ${point.vertices}`,
        }),
      ],
    };
  }

  const chart = new Chart(
    `${formatNumber(cells.module_hash.length)} of ${formatNumber(cells.all)} cells, ` +
      "drawn at equal distances in the order of indices; means over repeats at the largest number of epochs.",
    options,
    choice("Across", names, shown.x, (word) => {
      shown.x = word;
      chart.draw();
    }),
    choice("Up", names, shown.y, (word) => {
      shown.y = word;
      chart.draw();
    }),
    choice("Show", [...ranges], shown.range, (word) => {
      shown.range = word;
      chart.draw();
    }),
  );
  return element("div", {}, chart.figure, legend(vertices.map((count) => `${count} vertices`)));
}

function cellPoints(
  cells: CellColumns,
  x: keyof CellColumns | undefined,
  y: keyof CellColumns | undefined,
): CellPoint[] {
  const across = x === undefined ? [] : (cells[x] as (number | null)[]);
  const up = y === undefined ? [] : (cells[y] as (number | null)[]);
  return cells.module_hash.flatMap((hash, i) => {
    const point = { x: across[i] ?? Number.NaN, y: up[i] ?? Number.NaN, vertices: cells.vertices[i] ?? 0, hash };
    return Number.isFinite(point.x) && Number.isFinite(point.y) ? [point] : [];
  });
}

/** Distributions of accuracies: the part of the cells that reach at most a value. */
export function distributionChart(series: QuantileSeries[]): HTMLElement {
  const points = series.flatMap(({ name, part, value }) => part.map((p, i) => ({ name, part: p, value: value[i] })));
  const names = series.map(({ name }) => name);
  const chart = new Chart("The part of the cells whose mean accuracy is at most a value.", () => ({
    ariaLabel: `Distribution functions of ${names.join(", ")}`,
    x: { label: "accuracy" },
    y: { label: "part of the cells", domain: [0, 1] },
    color: { domain: names, range: names.map((_, position) => colourOf(position)) },
    marks: [
      gridX(),
      gridY(),
      ruleY([0]),
      line(points, { x: "value", y: "part", stroke: "name", z: "name", strokeWidth: 1.8, tip: "x" }),
    ],
  }));
  return element("div", {}, chart.figure, legend(names));
}
