import type { Part, Row } from "./data";
import { element } from "./elements";
import { formatName, formatValue } from "./format";

/** A table whose columns sort by a press on their heading, with the mouse or the keyboard. */
export function table(caption: string, rows: Row[], columns: string[] = Object.keys(rows[0] ?? {})): HTMLElement {
  const body = element("tbody");
  const headings = columns.map((column) => {
    const button = element("button", { type: "button" }, formatName(column));
    const heading = element("th", { scope: "col", "aria-sort": "none", ...alignment(rows, column) }, button);
    button.addEventListener("click", () => {
      const descending = heading.getAttribute("aria-sort") === "ascending";
      for (const other of headings) {
        other.setAttribute("aria-sort", "none");
      }
      heading.setAttribute("aria-sort", descending ? "descending" : "ascending");
      fill(body, sorted(rows, column, descending), columns);
    });
    return heading;
  });
  fill(body, rows, columns);
  return element(
    "div",
    { class: "table", role: "region", "aria-label": caption, tabindex: "0" },
    element("table", {}, element("caption", {}, caption), element("thead", {}, element("tr", {}, ...headings)), body),
  );
}

/** A table whose cells are text that was made for people: all columns but the first are numbers, and sort as such. */
export function textTable({ title, headings, rows }: Part["tables"][number]): HTMLElement {
  return table(
    title,
    rows.map((row) => Object.fromEntries(headings.map((heading, i) => [heading, new NumberText(row[i] ?? "", i > 0)]))),
    headings,
  );
}

/** Text that may be a number with separators; a dash is none. */
class NumberText {
  readonly number: number | null;

  constructor(
    readonly text: string,
    readonly isNumber: boolean,
  ) {
    const parsed = Number.parseFloat(text.replaceAll(",", ""));
    this.number = text === "-" || Number.isNaN(parsed) ? null : parsed;
  }
}

/** What a value is sorted by: a number, words, or nothing. */
function keyOf(value: unknown): number | string | null {
  if (value instanceof NumberText) {
    return value.isNumber ? (value.number ?? (value.text === "-" ? null : value.text)) : value.text;
  }
  return value === null || value === undefined || typeof value === "number" ? (value ?? null) : formatValue(value);
}

function show(value: unknown): string {
  return value instanceof NumberText ? value.text : formatValue(value);
}

function fill(body: HTMLElement, rows: Row[], columns: string[]): void {
  body.replaceChildren(
    ...rows.map((row) =>
      element("tr", {}, ...columns.map((column) => element("td", alignment([row], column), show(row[column])))),
    ),
  );
}

/** Numbers stand at the right of their column. */
function alignment(rows: Row[], column: string): Record<string, string> {
  const isText = rows.some(({ [column]: value }) =>
    value instanceof NumberText ? !value.isNumber || /^[0-9a-f]{32}$/.test(value.text) : typeof value === "string",
  );
  return isText ? {} : { class: "number" };
}

/** Missing values come last, whichever the direction. */
function sorted(rows: Row[], column: string, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const a = keyOf(one[column]);
    const b = keyOf(other[column]);
    if (a === null || b === null) {
      return Number(a === null) - Number(b === null);
    }
    return sign * (typeof a === "number" && typeof b === "number" ? a - b : String(a).localeCompare(String(b)));
  });
}
