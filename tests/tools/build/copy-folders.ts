import { cpSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

/** Puts folders of the project beside the built page, and serves them in development. */
export function copyFolders(folders: string[]): Plugin {
  const top = join(import.meta.dirname, "../../..");
  return {
    name: "copy-folders",
    configureServer(server) {
      server.middlewares.use((request, _response, next) => {
        const folder = folders.find((name) => request.url?.startsWith(`/${name}/`));
        if (folder) request.url = `/@fs${top}${request.url}`;
        next();
      });
    },
    writeBundle(options) {
      for (const folder of folders) {
        cpSync(join(top, folder), join(options.dir!, folder), { recursive: true, filter: (path) => !/\.ts$|\/pictures$/.test(path) });
      }
    },
  };
}
