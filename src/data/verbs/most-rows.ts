/** Rows a step may make at most: more would not fit into the memory of a tab. */
export const mostRows = 20_000_000;
