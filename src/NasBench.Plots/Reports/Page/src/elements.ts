type Child = Node | string | null | undefined;

/** Makes an element with attributes and children. */
export function element<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  attributes: Record<string, string> = {},
  ...children: Child[]
): HTMLElementTagNameMap[Name] {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) {
    made.setAttribute(key, value);
  }
  made.append(...children.filter((child) => child !== null && child !== undefined));
  return made;
}

/** A choice among words, with a label that names it. */
export function choice(label: string, words: string[], chosen: string, changed: (word: string) => void): HTMLElement {
  const select = element("select", {}, ...words.map((word) => new Option(word, word, false, word === chosen)));
  select.addEventListener("change", () => changed(select.value));
  return element("label", { class: "control" }, `${label} `, select);
}

/** A box for each of some names; tells which ones are ticked. */
export function boxes(legend: string, names: string[], changed: (ticked: Set<string>) => void): HTMLElement {
  const ticked = new Set(names);
  const labels = names.map((name) => {
    const box = element("input", { type: "checkbox", checked: "" });
    box.addEventListener("change", () => {
      if (box.checked) {
        ticked.add(name);
      } else {
        ticked.delete(name);
      }
      changed(ticked);
    });
    return element("label", { class: "control" }, box, ` ${name}`);
  });
  return element("fieldset", {}, element("legend", {}, legend), ...labels);
}
