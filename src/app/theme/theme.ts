import { Topic } from "../topics/topic.ts";

/** How light the page is: as told, or as the system says. */
export type ThemeChoice = "light" | "dark" | "system";

const remembered = "journeybook.theme";
const dark = matchMedia("(prefers-color-scheme: dark)");

/** Told when the choice changes. */
export const themeTopic = new Topic();

let choice: ThemeChoice = "system";

/** What the reader chose. */
export function themeChoice(): ThemeChoice {
  return choice;
}

function apply(): void {
  const isDark = choice === "dark" || (choice === "system" && dark.matches);
  const root = document.documentElement;
  root.dataset["theme"] = isDark ? "dark" : "light";
  root.classList.toggle("wa-dark", isDark);
  root.classList.toggle("wa-light", !isDark);
}

/** Sets light or dark, and remembers it where the browser allows. */
export function chooseTheme(next: ThemeChoice): void {
  choice = next;
  try {
    localStorage.setItem(remembered, next);
  } catch {
    // The page works without a memory; the choice then lasts until it is closed.
  }
  apply();
  themeTopic.tell();
}

/** Light to dark, dark to the system's, and back to light. */
export function nextTheme(): ThemeChoice {
  return ({ light: "dark", dark: "system", system: "light" } as const)[choice];
}

/** Puts the remembered choice on the page; called once, before anything is drawn. */
export function startTheme(): void {
  try {
    const saved = localStorage.getItem(remembered);
    if (saved === "light" || saved === "dark") choice = saved;
  } catch {
    // As above.
  }
  dark.addEventListener("change", apply);
  apply();
}
