import { existsSync } from "node:fs";
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

/**
 * Writes src/cells/<kind>/ and tests/cells/<kind>.test.ts.
 *
 * @param kind The new kind's name: small letters, digits and underscores.
 * @param from The project whose template is copied.
 * @param to The project to write into.
 * @returns The files written, relative to `to`.
 */
export async function newCell(kind: string, from: string, to = from): Promise<string[]> {
  if (!/^[a-z][a-z0-9_]*$/.test(kind))
    throw new Error(`"${kind}" cannot be a kind: use small letters, digits and underscores, and begin with a letter.`);
  const folder = join("src/cells", kind);
  const test = join("tests/cells", `${kind}.test.ts`);
  for (const path of [folder, test]) if (existsSync(join(to, path))) throw new Error(`${path} is there already. Choose another name.`);

  const title = kind.charAt(0).toUpperCase() + kind.slice(1).replaceAll("_", " ");
  const pascal = kind.replace(/(^|_)([a-z0-9])/g, (_match, _gap: string, letter: string) => letter.toUpperCase());
  const named = (text: string) =>
    text
      .replaceAll("_template", kind)
      .replaceAll("TallyParams", `${pascal}Params`)
      .replaceAll(/\bTally\b/g, title)
      .replaceAll(/\btally\b/g, kind);
  const template = join(from, "src/cells/_template");
  const copies = (await readdir(template)).map((name): [string, string] => [join(template, name), join(folder, name)]);
  copies.push([join(from, "tests/cells/_template.test.ts"), test]);
  for (const [source, target] of copies) {
    const text = named(await readFile(source, "utf8"));
    await mkdir(join(to, target, ".."), { recursive: true });
    await writeFile(join(to, target), text);
  }
  return copies.map(([, target]) => target);
}
