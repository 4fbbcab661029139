import { catalog } from "../cells/catalog.ts";
import { parse, type Parsed } from "./file/parse.ts";
import type { Catalog } from "./file/read-cell.ts";
import { counter, type NextId } from "./ids.ts";
import { migrate } from "./migrations.ts";
import { settingsOf } from "./settings.ts";

/**
 * Opens a notebook: reads the text, brings it to what this version means by it, and says whatever the reader should know. Never throws.
 *
 * @example openNotebook("Hello").notices // []
 */
export function openNotebook(text: string, known: Catalog = catalog, nextId: NextId = counter()): Parsed {
  const parsed = parse(text, known, nextId);
  const migrated = migrate(parsed.notebook, known);
  const { notices } = settingsOf(migrated.notebook.front);
  return { notebook: migrated.notebook, notices: [...parsed.notices, ...migrated.notices, ...notices] };
}
