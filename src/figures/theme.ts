/**
 * A token of the page's theme as a colour of a figure, so that another theme redraws nothing.
 *
 * @example variable("seq-3") // "var(--seq-3)"
 */
export function variable(token: string): string {
  return `var(--${token})`;
}

/** A colour for areas and dots, and the one for the lines and words that belong to them. */
export interface Paint {
  fill: string;
  ink: string;
}

const categories = 10;

/**
 * The paint of the nth series, counted from 0. The tenth is grey, for the rest; an eleventh begins anew.
 *
 * @example category(0).ink // "var(--cat-1-ink)"
 */
export function category(index: number): Paint {
  const name = `cat-${(index % categories) + 1}`;
  return { fill: variable(name), ink: variable(`${name}-ink`) };
}

/** Steps of the sequential colours, from little to much. */
export const sequentialSteps = 9;

/** The paint of one sequential step, from 0 to 8; `ink` is for the label on it. */
export function sequential(step: number): Paint {
  return { fill: variable(`seq-${step}`), ink: variable(`seq-${step}-ink`) };
}
