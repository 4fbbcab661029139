/** The ids of what a shared page has beside its script. */
export const notebookId = "journeybook-notebook";
export const dataId = "journeybook-data";

/** A notebook in a page: what is said of it as JSON, and its data as base64. */
export interface Embedded {
  notebook: string;
  data: string;
}

/** An element the browser neither runs nor draws. */
const inert = (type: string, id: string, text: string): string => `<script type="${type}" id="${id}">${text}</script>\n`;

/** A notebook as it is written into a page: what goes before the page's script, and what goes behind it. */
export const embeddedMarkup = ({ notebook, data }: Embedded): Embedded => ({
  notebook: inert("application/json", notebookId, notebook),
  data: data === "" ? "" : inert("text/plain", dataId, data),
});
