import { createHash } from "node:crypto";
import type { Plugin } from "vite";
import { filledPage } from "../../../src/share/page/filled-page.ts";
import { templateMark } from "../../../src/share/page/template-mark.ts";
import { packedScript } from "./packed-script.ts";

const policy = (script: string): string =>
  [
    "default-src 'none'",
    `script-src ${script} 'unsafe-eval'`,
    "worker-src blob: 'self'",
    "style-src 'unsafe-inline'",
    "img-src data: blob: 'self'",
    "font-src data:",
    "connect-src data: 'self'",
    "manifest-src 'self'",
    "frame-src 'none'",
    "form-action 'none'",
    "base-uri 'none'",
  ].join("; ");

/** A text as it may stand in a string of any quotes. */
const escaped = (text: string): string => text.replaceAll(/[^\w ]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}`);

/**
 * Folds the built page into one document: script and styles inline, and a Content-Security-Policy that admits exactly that script.
 *
 * `'unsafe-eval'` is there for Arquero, which compiles the expressions it is given, and for the script, which unpacks itself. `'self'` is the
 * host the page came from, for the samples and icons beside it and for working offline; a page on a disk and a shared page are without it.
 */
export const singleFile = (): Plugin => ({
  name: "single-file",
  apply: "build",
  enforce: "post",
  async generateBundle(_, bundle) {
    const page = bundle["index.html"];
    if (page?.type !== "asset") throw new Error("The build made no index.html.");
    let script = "";
    let style = "";
    for (const [name, file] of Object.entries(bundle)) {
      if (name === "index.html") continue;
      if (file.type === "chunk") {
        if (script) throw new Error(`The build made a second chunk: ${name}.`);
        script = file.code;
      } else if (name.endsWith(".css")) style += String(file.source);
      else throw new Error(`The build did not inline ${name}.`);
      delete bundle[name];
    }
    const template = String(page.source)
      .replaceAll(/\s*<script\b[^>]*\bsrc="[^"]*"[^>]*><\/script>/g, "")
      .replaceAll(/\s*<link\b[^>]*\brel="(?:stylesheet|modulepreload)"[^>]*>/g, "")
      .replace("<head>", () => '<head>\n<meta http-equiv="Content-Security-Policy" content="{{policy}}">')
      .replace("</head>", () => `<style>{{style}}</style>\n{{notebook}}</head>`)
      .replace("</body>", () => `<script>{{script}}</script>\n{{data}}</body>`);
    // The page has to write itself again, byte for byte, and cannot read its own file: it keeps what surrounds its script and style.
    script = await packedScript(script.replaceAll(templateMark, () => escaped(template)));
    if (/<(?=\/script|!--)/i.test(script)) throw new Error("HTML would see the end of the script inside it.");
    if (/[\0\r]/.test(script + style)) throw new Error("HTML would change this page, so its hash would not match.");
    const hash = createHash("sha256").update(script).digest("base64");
    page.source = filledPage(template, { policy: policy(`'sha256-${hash}'`), style, script, notebook: "", data: "" }).join("");
  },
});
