import { UserError } from "../../schema/errors.ts";
import { dataId, embeddedMarkup, notebookId, type Embedded } from "./embedded.ts";
import { filledPage } from "./filled-page.ts";
import { sharedPolicy } from "./shared-policy.ts";

const textOf = (document: Document, id: string): string | null => document.getElementById(id)?.textContent ?? null;

/**
 * The page as its file has it: what it is made of, from which it can write itself again with another notebook in it.
 *
 * A page on a disk cannot read its own file, so it is put together from its script, style and policy as they stand in the document.
 */
export class OwnPage {
  readonly #document: Document;
  readonly #script: HTMLOrSVGScriptElement | null;
  readonly #style: HTMLStyleElement | null;

  /**
   * Taken while the page's script runs: only then does the document tell which script that is.
   *
   * @param template What surrounds the script: the build writes it in the place of `templateMark`.
   */
  constructor(
    document: Document,
    private readonly template: string,
  ) {
    this.#document = document;
    this.#script = document.currentScript;
    this.#style = document.querySelector("head > style");
  }

  /** What is said of the notebook in this page, or null where it has none. Known while the page's script runs. */
  get notebook(): string | null {
    return textOf(this.#document, notebookId);
  }

  /** The data of the notebook in this page; empty where there is none, or where it was cut off. */
  async data(): Promise<string> {
    if (this.#document.readyState === "loading") {
      await new Promise((resolve) => {
        this.#document.addEventListener("DOMContentLoaded", resolve, { once: true });
      });
    }
    return textOf(this.#document, dataId) ?? "";
  }

  /** This page with a notebook in it, in pieces. @throws {UserError} Where the page is not the built one. */
  with(embedded: Embedded): string[] {
    const policy = this.#document.querySelector<HTMLMetaElement>('meta[http-equiv="Content-Security-Policy"]')?.content;
    const [script, style] = [this.#script?.textContent, this.#style?.textContent];
    if (!this.template.startsWith("<") || policy === undefined || !script || !style)
      throw new UserError("This page is not the built one, so it cannot write itself into a file.", "Run npm run build and open dist/index.html.");
    return filledPage(this.template, { policy: sharedPolicy(policy), style, script, ...embeddedMarkup(embedded) });
  }
}
