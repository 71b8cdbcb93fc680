import { type PlotOptions, plot } from "@observablehq/plot";
import { element } from "./elements";

/** Colours that people with any colour vision tell apart, on light and on dark ground. */
export const palette = [1, 2, 3, 4, 5, 6, 7, 8].map((number) => `var(--series-${number})`);

/** The colour of the series at a position; the colours begin again after the last one. */
export function colourOf(position: number): string {
  return palette[position % palette.length] ?? "currentColor";
}

/** A picture with a caption that says in words what it shows; drawn again whenever `draw` is called. */
export class Chart {
  readonly figure: HTMLElement;
  private readonly frame = element("div", { class: "chart" });

  constructor(
    caption: string,
    private readonly options: () => PlotOptions,
    ...controls: HTMLElement[]
  ) {
    this.figure = element(
      "figure",
      {},
      controls.length === 0 ? null : element("div", { class: "controls" }, ...controls),
      this.frame,
      element("figcaption", {}, caption),
    );
    this.draw();
  }

  draw(): void {
    const drawn = plot({
      width: 760,
      height: 380,
      marginTop: 30,
      marginLeft: 64,
      marginBottom: 42,
      style: { background: "none", fontSize: "13px", fontFamily: "inherit" },
      ...this.options(),
    });
    // The picture as a whole has a name; its groups have no role that could have one.
    drawn.setAttribute("role", "img");
    for (const group of drawn.querySelectorAll("g[aria-label]")) {
      group.removeAttribute("aria-label");
    }
    this.frame.replaceChildren(drawn);
  }
}

/** Lines of the legend below a picture with several series. */
export function legend(names: string[]): HTMLElement {
  return element(
    "ul",
    { class: "legend" },
    ...names.map((name, position) =>
      element("li", {}, element("span", { class: "swatch", style: `background: ${colourOf(position)}` }), name),
    ),
  );
}
