/** What a page is made of beside its template: its policy, style and script, and what of a notebook is in it. */
export interface PageParts {
  policy: string;
  style: string;
  script: string;
  /** Written before the script: a notebook and what is said of it. Empty in a page without one. */
  notebook: string;
  /** Written behind the script: its data. */
  data: string;
}

/** A page in pieces, in order. @param template With `{{name}}` where each part goes. */
export function filledPage(template: string, parts: PageParts): string[] {
  return template.split(/\{\{(policy|style|script|notebook|data)\}\}/).map((piece, at) => (at % 2 === 0 ? piece : parts[piece as keyof PageParts]));
}
