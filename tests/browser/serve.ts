import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { extname, isAbsolute, join, normalize } from "node:path";

const types: Record<string, string> = {
  ".html": "text/html",
  ".md": "text/markdown",
  ".csv": "text/csv",
  ".json": "application/json",
  ".js": "text/javascript",
  ".wasm": "application/wasm",
  ".webmanifest": "application/manifest+json",
  ".svg": "image/svg+xml",
  ".png": "image/png",
};

/** The folder of the built page: `JOURNEYBOOK_BUILT` names one that was built before. */
const { JOURNEYBOOK_BUILT: built = "" } = process.env;
export const dist = isAbsolute(built) ? built : join(import.meta.dirname, "../../dist");

/** A plain static host of the built page on this machine, as any web space is. */
export async function serve(folder: string = dist): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url ?? "/", "http://localhost").pathname));
    const file = join(folder, path.endsWith("/") ? `${path}index.html` : path);
    readFile(file).then(
      (body) => response.writeHead(200, { "content-type": types[extname(file)] ?? "application/octet-stream" }).end(body),
      () => response.writeHead(404).end("not here"),
    );
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}/`, close: () => new Promise((resolve) => server.close(() => resolve())) };
}
