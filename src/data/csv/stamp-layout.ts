/** How an ISO 8601 time is written: everything but its digits. */
export interface StampLayout {
  length: number;
  /** The byte between date and time; 0 for a date alone. */
  separator: number;
  seconds: boolean;
  /** Digits after the point, 0 to 6. */
  fraction: number;
  /** "Z", "+01:00", "+0100", "+01" or nothing. */
  suffix: string;
  suffixBytes: Uint8Array;
  /** Milliseconds ahead of UTC, or null when it does not say. */
  offset: number | null;
}

const pattern = /^\d{4}-\d\d-\d\d(?:([T ])\d\d:\d\d(:\d\d(?:\.(\d{1,6}))?)?(Z|[+-]\d\d(?::?\d\d)?)?)?$/;

/** The layout of a text, or null when it is not an ISO date or time with at most six digits of a second. */
export function stampLayout(text: string): StampLayout | null {
  const match = pattern.exec(text);
  if (match === null) return null;
  const [, separator = "", seconds, fraction = "", suffix = ""] = match;
  return {
    length: text.length,
    separator: separator === "" ? 0 : separator.charCodeAt(0),
    seconds: seconds !== undefined,
    fraction: fraction.length,
    suffix,
    suffixBytes: Uint8Array.from(suffix, (letter) => letter.charCodeAt(0)),
    offset: offsetOf(suffix),
  };
}

function offsetOf(suffix: string): number | null {
  if (suffix === "") return null;
  if (suffix === "Z") return 0;
  const ahead = (Number(suffix.slice(1, 3)) * 60 + Number(suffix.slice(3).replace(":", ""))) * 60_000;
  return suffix.startsWith("-") ? -ahead : ahead;
}

/** A wall time in the layout it was read from. */
export function written(wall: number, layout: StampLayout): string {
  const whole = Math.floor(wall / 1000) * 1000;
  const text = new Date(whole).toISOString();
  if (layout.separator === 0) return text.slice(0, 10);
  const fraction = Math.round((wall - whole) * 1000);
  return (
    text.slice(0, 10) +
    String.fromCharCode(layout.separator) +
    text.slice(11, layout.seconds ? 19 : 16) +
    (layout.fraction === 0 ? "" : `.${String(fraction).padStart(6, "0").slice(0, layout.fraction)}`) +
    layout.suffix
  );
}
