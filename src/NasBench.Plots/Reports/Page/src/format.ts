const whole = new Intl.NumberFormat("en", { maximumFractionDigits: 0 });
const short = new Intl.NumberFormat("en", { maximumSignificantDigits: 4 });
const tiny = new Intl.NumberFormat("en", { notation: "scientific", maximumSignificantDigits: 3 });

/** A number as people read it; a dash where there is none. */
export function formatNumber(value: number | null | undefined): string {
  if (value === null || value === undefined || !Number.isFinite(value)) {
    return "–";
  }
  if (Number.isInteger(value) && Math.abs(value) < 1e15) {
    return whole.format(value);
  }
  return value !== 0 && Math.abs(value) < 1e-4 ? tiny.format(value).toLowerCase() : short.format(value);
}

/** Any value of a document as text. */
export function formatValue(value: unknown): string {
  if (typeof value === "number" || value === null || value === undefined) {
    return formatNumber(value as number | null | undefined);
  }
  if (Array.isArray(value)) {
    return value.map(formatValue).join(" … ");
  }
  if (typeof value === "object") {
    return Object.entries(value)
      .map(([name, inner]) => `${name} ${formatValue(inner)}`)
      .join(", ");
  }
  return String(value);
}

/** The name of a member as a heading: `training_time` becomes `training time`. */
export function formatName(name: string): string {
  return name.replaceAll("_", " ");
}
