/** A reference to a cell's output taken apart: "comeback.average" is the table `average` of the cell `comeback`. */
export interface Reference {
  cell: string;
  table: string | null;
}

/** What a cell's name looks like. */
export const namePattern = /^[a-z][a-z0-9_]*$/;

/** Takes a reference apart. */
export function reference(text: string): Reference {
  const dot = text.indexOf(".");
  return dot < 0 ? { cell: text, table: null } : { cell: text.slice(0, dot), table: text.slice(dot + 1) };
}

/** The reference with its cell renamed, if it is that cell's. */
export function renamed(text: string, from: string, to: string): string {
  const { cell, table } = reference(text);
  if (cell !== from) return text;
  return table === null ? to : `${to}.${table}`;
}
