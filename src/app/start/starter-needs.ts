import { openNotebook } from "../../notebook/open.ts";
import { sayRoles, wantsOf } from "../../notebook/starter/wants.ts";
import type { Sample } from "../workspace/samples.ts";

const said = new Map<string, string>();

/** What a starter notebook wants, in words: "From a table with a customer, a time and a value." */
export function starterNeeds({ name, text }: Sample): string {
  const known = said.get(name);
  if (known !== undefined) return known;
  const wants = wantsOf(openNotebook(text).notebook).map(({ roles }) => sayRoles(roles));
  const words = `From ${wants.join(" and ")}.`;
  said.set(name, words);
  return words;
}
