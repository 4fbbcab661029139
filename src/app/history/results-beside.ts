import { html, nothing, type TemplateResult } from "lit";
import { number } from "../../figures/formats/number.ts";
import { comparison, type Compared, type Comparison } from "../../notebook/versions/comparison.ts";
import type { CellResult } from "../../schema/result.ts";
import { comparedWords, differenceWords, estimateWords } from "./compared-words.ts";

type Results = ReadonlyMap<string, CellResult>;

/** Most rows of a cell that are listed; the others are counted. */
const most = 6;

const findingOf = ({ facts }: CellResult): string => (facts.find(({ holds }) => holds) ?? facts[0])?.text ?? "";

const countOf = ({ n, counts }: CellResult): string => `${number(n, navigator.language)} ${counts ?? "customers"}`;

const isSame = (a: CellResult | undefined, b: CellResult | undefined): boolean =>
  a !== undefined && b !== undefined && a.n === b.n && JSON.stringify(a.facts) === JSON.stringify(b.facts);

function side(result: CellResult | undefined): TemplateResult {
  if (result === undefined) return html`<td class="quiet">no result</td>`;
  return html`<td>${findingOf(result)}<span class="quiet">n ${countOf(result)}</span></td>`;
}

const size = ({ difference: { difference, lower, upper } }: Compared): number => Math.abs(difference) / (upper - lower);

function rowsOf(rows: readonly Compared[]): TemplateResult | typeof nothing {
  const locale = navigator.language;
  const clear = rows.filter((row) => row.clear).sort((a, b) => size(b) - size(a));
  if (clear.length === 0)
    return rows.length === 0 ? nothing : html`<br />None of ${number(rows.length, locale)} numbers in its table changed clearly.`;
  return html`<details>
    <summary>${number(clear.length, locale)} of ${number(rows.length, locale)} numbers in its table changed clearly</summary>
    <ul>
      ${clear.slice(0, most).map(
        (row) =>
          html`<li>
            <span class="mono">${[row.what, row.of].filter((part) => part !== "").join(" · ")}</span>
            ${estimateWords(row.before, row.isShare, locale)} → ${estimateWords(row.after, row.isShare, locale)}: ${differenceWords(row, locale)}
          </li>`,
      )}
      ${clear.length > most ? html`<li class="quiet">and ${number(clear.length - most, locale)} more</li>` : nothing}
    </ul>
  </details>`;
}

interface Row {
  name: string;
  before: CellResult | undefined;
  after: CellResult | undefined;
  /** With intervals, where the cell is defined alike in both. */
  found: Comparison | null;
}

function row({ name, before, after, found }: Row): TemplateResult {
  return html`<tr>
      <th class="mono" scope="row">${name}</th>
      ${side(before)}${side(after)}
    </tr>
    ${
      found === null
        ? nothing
        : html`<tr class="news">
            <td></td>
            <td colspan="2">
              ${found.headline === null ? nothing : html`${comparedWords(found.headline, navigator.language)}.`} ${rowsOf(found.rows)}
            </td>
          </tr>`
    }`;
}

/**
 * What the cells found in two versions, side by side: first those with intervals; those that found the same are only named.
 *
 * @param alike Cells that are defined alike in both: only of these can a difference come from the data alone, and is given with its interval.
 */
export function resultsBeside(then: Results, now: Results, alike: ReadonlySet<string>): TemplateResult {
  const names = [...new Set([...now.keys(), ...then.keys()])];
  const same = names.filter((name) => isSame(then.get(name), now.get(name)));
  const rows = names.flatMap((name): Row[] => {
    if (same.includes(name)) return [];
    const [before, after] = [then.get(name), now.get(name)];
    const found = before !== undefined && after !== undefined && alike.has(name) ? comparison(before, after) : null;
    const isEmpty = found === null || (found.headline === null && found.rows.length === 0);
    return [{ name, before, after, found: isEmpty ? null : found }];
  });
  rows.sort((a, b) => Number(b.found !== null) - Number(a.found !== null));
  return html`${
    rows.length === 0
      ? nothing
      : html`<table>
          <thead>
            <tr>
              <th>Cell</th>
              <th>Then</th>
              <th>Now</th>
            </tr>
          </thead>
          <tbody>
            ${rows.map(row)}
          </tbody>
        </table>`
  }
  ${same.length === 0 ? nothing : html`<p class="quiet">The same was found by <span class="mono">${same.join(", ")}</span>.</p>`}`;
}
