import { areaY, gridX, gridY, line, type PlotOptions } from "@observablehq/plot";
import { Chart, colourOf, legend } from "./chart";
import type { Search } from "./data";
import { boxes, choice, element } from "./elements";
import { table } from "./table";

/** The curves of a search: regret or rank over simulated time, with a choice of what is drawn. */
export function regretChart(search: Search): HTMLElement {
  const names = search.curves.map((curve) => curve.algorithm);
  const shown = { value: "mean", names: new Set(names) };
  const floor = lowestRegret(search) / 2;

  function options(): PlotOptions {
    const isRank = shown.value === "rank";
    const points = search.curves
      .filter((curve) => shown.names.has(curve.algorithm))
      .flatMap((curve) =>
        curve.seconds.map((seconds, i) => ({
          algorithm: curve.algorithm,
          seconds,
          value: raise((shown.value === "mean" ? curve.mean : isRank ? curve.rank : curve.median)[i]),
          low: raise(curve.q25[i]),
          high: raise(curve.q75[i]),
        })),
      );
    return {
      ariaLabel: `${shown.value} over simulated seconds, for ${[...shown.names].join(", ")}`,
      x: { label: "simulated training time [s]", type: "log", tickFormat: "~s" },
      y: {
        label: isRank ? "mean rank of the runs" : `regret (${search.summary.regret})`,
        type: isRank ? "linear" : "log",
        tickFormat: isRank ? undefined : power,
      },
      color: { domain: names, range: names.map((_, position) => colourOf(position)) },
      marks: [
        gridX(),
        gridY(),
        shown.value === "median and quartiles"
          ? areaY(points, {
              x: "seconds",
              y1: "low",
              y2: "high",
              fill: "algorithm",
              fillOpacity: 0.15,
              curve: "step-after",
            })
          : null,
        line(points, {
          x: "seconds",
          y: "value",
          stroke: "algorithm",
          strokeWidth: 1.8,
          curve: "step-after",
          tip: "x",
        }),
      ],
    };
  }

  const chart = new Chart(
    "Regret of the incumbent over simulated time, from the first moment at which every run has one. A regret of 0 is drawn at half of the smallest other one.",
    options,
    choice("Draw", ["mean", "median and quartiles", "rank"], shown.value, (word) => {
      shown.value = word;
      chart.draw();
    }),
    boxes("Algorithms", names, (ticked) => {
      shown.names = ticked;
      chart.draw();
    }),
  );
  return element("div", {}, chart.figure, legend(names));

  function raise(value: number | undefined): number {
    return value === undefined ? Number.NaN : Math.max(value, floor);
  }
}

/** The regrets at the end: the part of the runs that reach at most a value. */
export function finalChart(search: Search): HTMLElement {
  const names = search.finals.map(({ algorithm }) => algorithm);
  const floor = lowestRegret(search) / 2;
  const points = search.finals.flatMap(({ algorithm, regret }) =>
    regret
      .toSorted((a, b) => a - b)
      .map((value, i) => ({ algorithm, value: Math.max(value, floor), part: (i + 1) / regret.length })),
  );
  const chart = new Chart("The part of the runs whose regret at the end is at most a value.", () => ({
    ariaLabel: `Distribution of the final regret of ${names.join(", ")}`,
    x: { label: `regret (${search.summary.regret})`, type: "log", tickFormat: power },
    y: { label: "part of the runs", domain: [0, 1] },
    color: { domain: names, range: names.map((_, position) => colourOf(position)) },
    marks: [
      gridX(),
      gridY(),
      line(points, { x: "value", y: "part", stroke: "algorithm", strokeWidth: 1.8, curve: "step-after", tip: "x" }),
    ],
  }));
  return element("div", {}, chart.figure, legend(names));
}

/** What the runs come to, pair by pair too. */
export function searchTables(search: Search): HTMLElement {
  const rows = search.summary.algorithms.map((algorithm) => {
    const regret = (algorithm.final_regret ?? {}) as Record<string, unknown>;
    return {
      algorithm: algorithm.algorithm,
      profile: algorithm.profile,
      encoding: algorithm.encoding,
      runs: algorithm.runs,
      evaluations: algorithm.evaluations,
      "mean regret": regret.mean ?? null,
      "95 % interval": regret.ci95 ?? null,
      "median regret": regret.median ?? null,
      "part at the optimum": algorithm.at_optimum,
      "own seconds an evaluation": algorithm.own_seconds_per_evaluation,
    };
  });
  return element(
    "div",
    {},
    table("What the runs come to", rows),
    search.summary.comparisons.length === 0
      ? null
      : table(
          "Pairs of algorithms; A12: how often the second one ends with the larger regret",
          search.summary.comparisons,
        ),
  );
}

/** The checklist of best practices, filled in. */
export function checklist(search: Search): HTMLElement {
  return table(
    "Best practices of NAS research (Lindauer and Hutter, 2020)",
    search.checklist.map(({ number, practice, answer, how }) => ({ number, practice, answer, how })),
  );
}

/** Marks of a logarithmic axis: 1e-3, 2e-3, 4.5e-3. */
function power(value: number): string {
  return value.toExponential(1).replace(".0e", "e").replace("e+", "e");
}

function lowestRegret(search: Search): number {
  const all = [
    ...search.curves.flatMap((curve) => [...curve.mean, ...curve.q25]),
    ...search.finals.flatMap((each) => each.regret),
  ];
  return Math.min(1, ...all.filter((value) => value > 0));
}
