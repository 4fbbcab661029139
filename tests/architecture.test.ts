import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, relative } from "node:path";
import { describe, expect, test } from "vitest";

const top = join(import.meta.dirname, "..");
const src = join(top, "src");
const rooms = ["analysis", "schema", "data", "journey", "figures", "cells", "engine", "notebook", "share", "app"];

interface Import {
  file: string;
  from: string;
  isType: boolean;
}

const files = readdirSync(src, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const text = (file: string) => readFileSync(join(src, file), "utf8");

const pattern = /^\s*(import|export)\s+(type\s+)?(?:[^"';]*?\sfrom\s+)?"(\.[^"]+)"/gm;
/** What a page starts as a worker it does not reach: that is the boundary. */
const startsWorker = (path: string) => /\?worker\b/.test(path);
const imports: Import[] = files.flatMap((file) =>
  [...text(file).matchAll(pattern)]
    .filter((match) => !startsWorker(match[3]!))
    .map((match) => ({
      file,
      from: relative(src, join(src, dirname(file), match[3]!.replace(/\?.*$/, ""))),
      isType: match[2] !== undefined,
    })),
);

const room = (path: string) => path.split("/")[0]!;
const isWorkerFile = (file: string) =>
  ["data", "journey"].includes(room(file)) || /^cells\/(kernels\.ts|[^/]+\/compute\.ts)$/.test(file) || /^engine\/worker/.test(file);
const isPageFile = (file: string) => ["figures", "app", "share", "notebook"].includes(room(file)) || /^cells\/(registry|[^/]+\/view)\.ts$/.test(file);
const kinds = readdirSync(join(src, "cells"), { withFileTypes: true }).filter((entry) => entry.isDirectory());

/** What a set of files reaches through imports of values. */
function reached(starts: string[]): Set<string> {
  const seen = new Set(starts);
  const queue = [...starts];
  for (let file = queue.pop(); file !== undefined; file = queue.pop()) {
    for (const { from } of imports.filter((item) => item.file === file && !item.isType)) {
      if (!seen.has(from)) {
        seen.add(from);
        queue.push(from);
      }
    }
  }
  return seen;
}

describe("the house", () => {
  test("has the rooms of the design and no other", () => {
    const found = readdirSync(src, { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(found.map((entry) => entry.name).filter((name) => !rooms.includes(name))).toEqual([]);
  });

  test("imports run one way: from a room only to itself or to one on its left", () => {
    const wrong = imports.filter((item) => rooms.indexOf(room(item.from)) > rooms.indexOf(room(item.file)) && room(item.file) !== "index.html");
    expect(wrong.map((item) => `${item.file} → ${item.from}`)).toEqual([]);
  });

  test("analysis imports nothing of ours but analysis", () => {
    expect(imports.filter((item) => room(item.file) === "analysis" && room(item.from) !== "analysis")).toEqual([]);
  });

  test("no files import each other in a circle", () => {
    const circles: string[] = [];
    const done = new Set<string>();
    const visit = (file: string, path: string[]) => {
      const at = path.indexOf(file);
      if (at >= 0) circles.push([...path.slice(at), file].join(" → "));
      if (at >= 0 || done.has(file)) return;
      for (const { from } of imports.filter((item) => item.file === file && !item.isType)) visit(from, [...path, file]);
      done.add(file);
    };
    for (const file of files) visit(file, []);
    expect(circles).toEqual([]);
  });

  test("page code takes only types from data and journey", () => {
    const wrong = imports.filter((item) => isPageFile(item.file) && !item.isType && ["data", "journey"].includes(room(item.from)));
    expect(wrong.map((item) => `${item.file} → ${item.from}`)).toEqual([]);
  });

  test("the page reaches no worker code, and the worker no page code", () => {
    const page = reached(["app/main.ts", ...files.filter((file) => /^cells\/[^/]+\/view\.ts$/.test(file))]);
    expect([...page].filter((file) => isWorkerFile(file) && !/^engine\/worker\.ts$/.test(file))).toEqual([]);
    const worker = reached(files.filter((file) => isWorkerFile(file)));
    expect([...worker].filter((file) => ["figures", "app", "notebook", "share"].includes(room(file)) || file.endsWith("view.ts"))).toEqual([]);
  });

  test("every cell is a folder of params, compute, view and doc", () => {
    for (const kind of kinds) {
      const inside = readdirSync(join(src, "cells", kind.name));
      expect(inside, kind.name).toEqual(expect.arrayContaining(["params.ts", "compute.ts", "view.ts", "doc.md"]));
    }
  });

  test("cells never import each other", () => {
    const wrong = imports.filter(
      (item) =>
        /^cells\/[^/]+\//.test(item.file) && /^cells\/[^/]+\//.test(item.from) && dirname(item.file).split("/")[1] !== item.from.split("/")[1],
    );
    expect(wrong.map((item) => `${item.file} → ${item.from}`)).toEqual([]);
  });

  test("no file outside a cell's folder knows its kind by name", () => {
    const wrong = files.filter(
      (file) =>
        !file.startsWith("cells/") &&
        kinds.some((kind) => kind.name !== "_template" && new RegExp(`kind(\\.name)?\\s*[!=]==?\\s*"${kind.name}"`).test(text(file))),
    );
    expect(wrong).toEqual([]);
  });

  test("fields know no kind, and each parameter type has exactly one", () => {
    const types = [...text("schema/parameters.ts").matchAll(/from "\.\/parameters\/([a-z-]+)\.ts"/g)].map((match) => match[1]!);
    const editors = readdirSync(join(src, "app/fields"), { withFileTypes: true }).filter((entry) => entry.isDirectory());
    expect(editors.map((entry) => entry.name).toSorted()).toEqual(types.toSorted());
  });

  test("only the engine touches Worker and Comlink", () => {
    expect(files.filter((file) => room(file) !== "engine" && /new Worker\(|from "comlink"/.test(text(file)))).toEqual([]);
  });

  test("the document of a notebook knows kinds by the catalog, never by their views", () => {
    const wrong = imports.filter(
      (item) => room(item.file) === "notebook" && room(item.from) === "cells" && !item.isType && item.from !== "cells/catalog.ts",
    );
    expect(wrong.map((item) => `${item.file} → ${item.from}`)).toEqual([]);
  });

  test("chance and the clock stay out of results", () => {
    const wrong = files.filter((file) => room(file) !== "app" && /Math\.random|Date\.now\(|new Date\(\)/.test(text(file)));
    expect(wrong).toEqual([]);
  });

  test("no file is near 500 lines, and none is a drawer", () => {
    expect(files.filter((file) => text(file).split("\n").length > 400)).toEqual([]);
    expect(files.filter((file) => /(^|\/)(utils?|helpers?|common|misc|manager)(\.ts|\/)/.test(file))).toEqual([]);
  });
});

describe("the project", () => {
  test("has the top level it promises", () => {
    const allowed = [
      "package.json",
      "package-lock.json",
      "vite.config.ts",
      "src",
      "notebooks",
      "sample-data",
      "tests",
      "README.md",
      "LICENSE",
      ".gitignore",
      ".ci",
    ];
    const made = [".git", "node_modules", "dist"];
    expect(readdirSync(top).filter((name) => ![...allowed, ...made].includes(name))).toEqual([]);
  });

  test("pins every package, and its lock file names no registry", () => {
    const { dependencies, devDependencies } = JSON.parse(readFileSync(join(top, "package.json"), "utf8")) as Record<string, Record<string, string>>;
    expect(Object.entries({ ...dependencies, ...devDependencies }).filter(([, version]) => !/^\d+\.\d+\.\d+$/.test(version))).toEqual([]);
    // `npm install --omit-lockfile-registry-resolved` keeps it so.
    expect(readFileSync(join(top, "package-lock.json"), "utf8")).not.toContain('"resolved": "http');
  });
});
