import type { Locator, Page } from "playwright-core";

/** A file for the page: its bytes or its text. */
export interface GivenFile {
  name: string;
  content: Buffer | string;
}

/** The cell of a name, as it stands in the column. */
export const cellOf = (page: Page, name: string): Locator => page.locator(`notebook-cell:has(section[aria-label$=" ${name}"])`);

/** Waits until every one of these cells has run. */
export async function settled(page: Page, ...names: string[]): Promise<void> {
  await page.waitForFunction((wanted) => wanted.every((name) => /^(done|cached)$/.test(window.journeybook.result(name).state)), names);
}

/** Waits until a cell is in a state. */
export async function inState(page: Page, name: string, state: string): Promise<void> {
  await page.waitForFunction(([cell, wanted]) => window.journeybook.result(cell).state === wanted, [name, state] as const);
}

/** The notebook as its file holds it. */
export const textOf = (page: Page): Promise<string> => page.evaluate(() => window.journeybook.text());

/** Drops files on an element, or anywhere on the page. */
export async function drop(page: Page, files: readonly GivenFile[], on?: Locator): Promise<void> {
  const packed = files.map(({ name, content }) => [name, Buffer.from(content).toString("base64")] as const);
  const target = on ?? page.locator("journey-book");
  await target.evaluate((element, list) => {
    const dataTransfer = new DataTransfer();
    for (const [name, base64] of list) {
      const bytes = Uint8Array.from(atob(base64), (character) => character.charCodeAt(0));
      dataTransfer.items.add(new File([bytes], name));
    }
    for (const type of ["dragover", "drop"]) {
      element.dispatchEvent(new DragEvent(type, { dataTransfer, bubbles: true, composed: true, cancelable: true }));
    }
  }, packed);
}

/** Presses keys one after the other. */
export async function press(page: Page, ...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** Types words into the editor of a text, once it has the keyboard. */
export async function write(page: Page, words: string): Promise<void> {
  await page.waitForFunction(() => {
    let active = document.activeElement;
    while (active?.shadowRoot?.activeElement) active = active.shadowRoot.activeElement;
    return active?.getAttribute("role") === "textbox";
  });
  await page.keyboard.type(words);
}

/** The field of the palette, while it is open. */
export const palette = (page: Page): Locator => page.getByRole("combobox", { name: /^Find a command/ });

/** Opens the palette, types, and does what it finds first. */
export async function ask(page: Page, words: string): Promise<void> {
  await press(page, "Control+k");
  await palette(page).fill(words);
  await press(page, "Enter");
}
