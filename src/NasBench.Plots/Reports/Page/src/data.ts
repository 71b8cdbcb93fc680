/** The document that the report carries: what `nasbench stats` and `nasbench search` print, and columns to draw. */
export interface ReportData {
  provenance: string;
  version: string;
  file: FileFacts;
  rerun: string[];
  parts: Part[];
  cells: CellColumns;
  distributions: QuantileSeries[];
  search: Search | null;
}

export interface FileFacts {
  name: string;
  format: string;
  cells: number;
  epochs: number[];
  repeats: number;
  bytes: number | null;
}

/** A part of `nasbench stats`: its value as `--json` prints it, and the same as tables. */
export interface Part {
  name: string;
  title: string;
  value: unknown;
  tables: { title: string; headings: string[]; rows: string[][] }[];
  notes: string[];
}

/** A line of a table: numbers, words, or nothing where the data do not allow a number. */
export type Row = Record<string, unknown>;

/** Some of the cells, one column for each value. */
export interface CellColumns {
  all: number;
  module_hash: string[];
  trainable_parameters: number[];
  training_time: (number | null)[];
  validation_accuracy: (number | null)[];
  test_accuracy: (number | null)[];
  vertices: number[];
  edges: number[];
}

/** A distribution as its quantiles: part[i] of the values are at most value[i]. */
export interface QuantileSeries {
  name: string;
  part: number[];
  value: number[];
}

export interface Search {
  summary: {
    provenance: string;
    regret: string;
    optimum: number;
    seed: number;
    budget: string;
    algorithms: Row[];
    comparisons: Row[];
  };
  curves: Curve[];
  finals: { algorithm: string; regret: number[] }[];
  checklist: { number: number; practice: string; answer: string; how: string }[];
}

/** The regret of an algorithm's runs at each time. */
export interface Curve {
  algorithm: string;
  seconds: number[];
  mean: number[];
  median: number[];
  q25: number[];
  q75: number[];
  rank: number[];
}

/** Reads the document out of the page. */
export function readData(): ReportData {
  const text = document.getElementById("data")?.textContent ?? "";
  return JSON.parse(text) as ReportData;
}
