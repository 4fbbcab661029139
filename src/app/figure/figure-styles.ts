import { unsafeCSS } from "lit";
import text from "../../figures/figures.css?inline";

/** How the shared parts of figures look, inside the element that shows them. */
export const figureStyles = unsafeCSS(text);
