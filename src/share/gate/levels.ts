/**
 * How much leaves the machine, from least to most: the notebook's text alone; with what its cells found, for groups of customers; with
 * the rows, customers renamed; with the rows as they are.
 */
export const levels = ["definitions", "results", "pseudonymised", "everything"] as const;

export type Level = (typeof levels)[number];
