import { mayAskItsHost } from "../reach/policy.ts";

/** A notebook that comes with the page. Its data files stand beside a hosted page. */
export interface Sample {
  /** The file's name without its ending. */
  name: string;
  title: string;
  text: string;
}

const texts = import.meta.glob<string>("../../../notebooks/*.journey.md", { eager: true, query: "?raw", import: "default" });

function sampleOf([path, text]: [string, string]): Sample {
  const name = path.slice(path.lastIndexOf("/") + 1, -".journey.md".length);
  return { name, title: /^title: "(.*)"$/m.exec(text)?.[1] ?? name, text };
}

/** The notebooks that come with the page, by name. */
export const samples: ReadonlyMap<string, Sample> = new Map(
  Object.entries(texts)
    .map(sampleOf)
    .map((sample) => [sample.name, sample]),
);

const starterTexts = import.meta.glob<string>("../../../notebooks/starters/*.journey.md", { eager: true, query: "?raw", import: "default" });

/** Notebooks that ask a question and wait for the reader's own files. */
export const starters: readonly Sample[] = Object.entries(starterTexts).map(sampleOf);

/** Whether a notebook is one that came with the page, changed or not. */
export function isSample(fileName: string | null, savedText: string | null): boolean {
  return [...samples.values()].some(({ name, text }) => fileName === `${name}.journey.md` && savedText === text);
}

/** The one that shows how the page works: the tour, or the only one there is. */
export const tour: Sample | null = samples.get("tour") ?? samples.values().next().value ?? null;

/** A file of the samples, where the page is hosted and has it beside it. */
export async function sampleFile(name: string): Promise<File | null> {
  if (!mayAskItsHost()) return null;
  try {
    const answer = await fetch(`sample-data/${encodeURIComponent(name)}`);
    if (!answer.ok || answer.headers.get("content-type")?.startsWith("text/html") === true) return null;
    const modified = Date.parse(answer.headers.get("last-modified") ?? "");
    return new File([await answer.blob()], name, { lastModified: Number.isNaN(modified) ? 0 : modified });
  } catch {
    return null;
  }
}
