import type { Row } from "./data";
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

function fill(body: HTMLElement, rows: Row[], columns: string[]): void {
  body.replaceChildren(
    ...rows.map((row) =>
      element("tr", {}, ...columns.map((column) => element("td", alignment([row], column), formatValue(row[column])))),
    ),
  );
}

/** Numbers stand at the right of their column. */
function alignment(rows: Row[], column: string): Record<string, string> {
  return rows.some((row) => typeof row[column] === "string") ? {} : { class: "number" };
}

/** Missing values come last, whichever the direction. */
function sorted(rows: Row[], column: string, descending: boolean): Row[] {
  const sign = descending ? -1 : 1;
  return rows.toSorted((one, other) => {
    const a = one[column];
    const b = other[column];
    if (a === null || a === undefined || b === null || b === undefined) {
      return Number(a === null || a === undefined) - Number(b === null || b === undefined);
    }
    return (
      sign * (typeof a === "number" && typeof b === "number" ? a - b : formatValue(a).localeCompare(formatValue(b)))
    );
  });
}
