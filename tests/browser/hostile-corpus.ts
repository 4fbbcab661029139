/** A notebook that means harm, and what a page without defence would do with it. */
export interface HostileNotebook {
  what: string;
  text: string;
  files?: Record<string, string>;
  /** A cell that must say what is wrong; where none is named, nothing is wrong with the notebook but its intent. */
  wrong?: string;
}

const fence = "```";
/** What harm is: a global of the page's own. */
const harm = "window.ran=1";
const prose = (what: string, body: string): HostileNotebook => ({ what, text: `---\nformat: 1\n---\n\nRead me.\n\n${body}\n` });
const cell = (kind: string, name: string, lines: string): string => `${fence}cell ${kind} ${name}\n${lines}\n${fence}\n`;
const rows = { "rows.csv": `n,name\n1,"<img src=x onerror=${harm}>"\n2,"javascript:${harm}"\n` };
const source = cell("source", "rows", 'file: "rows.csv"');
const withRows = (what: string, cells: string, wrong?: string): HostileNotebook => ({
  what,
  text: `---\nformat: 1\ntimezone: "UTC"\n---\n\nRead me.\n\n${source}\n${cells}`,
  files: rows,
  ...(wrong === undefined ? {} : { wrong }),
});

const addresses = [
  `javascript:${harm}`,
  `JaVaScRiPt:${harm}`,
  `java&#115;cript:${harm}`,
  `java%73cript:${harm}`,
  `&#x6A;avascript&colon;${harm}`,
  `\u0001javascript:${harm}`,
  `vbscript:${harm}`,
  `data:text/html,<script>${harm}</script>`,
  `data:text/html;base64,PHNjcmlwdD53aW5kb3cucmFuPTE8L3NjcmlwdD4=`,
  `data:image/svg+xml,<svg onload="${harm}"/>`,
  "file:///etc/passwd",
  "blob:null/7e1b",
  "about:blank",
  `//127.0.0.1:9/${harm}`,
];
/** Every way Markdown has to name an address. */
const forms: [string, (address: string) => string][] = [
  ["a link", (address) => `[press](${address})`],
  ["a link in angle brackets", (address) => `[press](<${address.replaceAll(/[<>]/g, "")}> "title")`],
  ["an automatic link", (address) => `<${address.replaceAll(/[<>]/g, "")}>`],
  ["a link by name", (address) => `[press][name]\n\n[name]: ${address}`],
  ["a picture", (address) => `![press](${address})`],
  ["a picture in a link", (address) => `[![press](${address})](${address})`],
];
const links = forms.flatMap(([form, written]) => addresses.map((address) => prose(`${form} to ${JSON.stringify(address)}`, written(address))));

const handlers = [
  "onerror",
  "onload",
  "onfocus",
  "onclick",
  "onmouseover",
  "onanimationstart",
  "onbegin",
  "ontoggle",
  "onpointerrawupdate",
  "onbeforeinput",
];
const tags = [
  "img src=x",
  "svg",
  "body",
  "input autofocus",
  "video src=x",
  "details open",
  "marquee",
  "math href=x",
  "animate attributeName=x dur=1s",
  "custom-element",
];
const attributes = tags.map((tag, at) => prose(`<${tag} ${handlers[at]!}>`, `<${tag} ${handlers[at]!}="${harm}">x</${tag.split(" ")[0]!}>`));

const markup = [
  `<script>${harm}</script>`,
  `<script type="module">${harm}</script>`,
  `<SCRIPT/x>${harm}</SCRIPT>`,
  `</textarea></title></style><script>${harm}</script>`,
  `<!--><script>${harm}</script>-->`,
  `<![CDATA[<script>${harm}</script>]]>`,
  `<svg><script href="data:,${harm}"/></svg>`,
  `<svg><use href="data:image/svg+xml,<svg id='x'><script>${harm}</script></svg>#x"/></svg>`,
  `<svg><set attributeName="onclick" to="${harm}"/></svg>`,
  `<svg><foreignObject><iframe srcdoc="<script>parent.ran=1</script>"></iframe></foreignObject></svg>`,
  `<svg><a href="javascript:${harm}"><text>press</text></a></svg>`,
  `<svg><style><img src=x onerror=${harm}></style></svg>`,
  `<math><mtext><table><mglyph><style><img src=x onerror=${harm}>`,
  `<form><math><mtext></form><form><mglyph><style></math><img src=x onerror=${harm}>`,
  `<noscript><p title="</noscript><img src=x onerror=${harm}>">`,
  `<template><img src=x onerror=${harm}></template>`,
  `<div><template shadowrootmode="open"><script>${harm}</script></template></div>`,
  `<form id=journeybook><input name=open></form><img name=body>`,
  `<a id=journeybook></a><a id=journeybook name=open href=x>x</a>`,
  `<base href="https://127.0.0.1:9/">`,
  `<meta http-equiv="refresh" content="0;url=javascript:${harm}">`,
  `<meta http-equiv="Content-Security-Policy" content="script-src 'none'">`,
  `<object data="javascript:${harm}"></object><embed src="javascript:${harm}">`,
  `<iframe srcdoc="<script>parent.ran=1</script>"></iframe>`,
  `<style>* { display: none !important }</style>`,
  `<journey-book></journey-book><notebook-cell></notebook-cell><page-dialog></page-dialog>`,
  `<button popovertarget=x onclick=${harm}>Press</button><dialog open>Sign in</dialog>`,
  `<p style="position:fixed;inset:0;z-index:99;background:red">x</p>`,
  `${fence}html\n<script>${harm}</script>\n${fence}`,
  `${fence}"onmouseover="${harm}\nx\n${fence}`,
  "`<script>" + harm + "</script>`",
  `| a |\n|---|\n| <img src=x onerror=${harm}> |`,
  `# <img src=x onerror=${harm}>`,
  `\${${harm}} {{${harm}}} <%= ${harm} %>`,
].map((body) => prose(JSON.stringify(body.slice(0, 60)), body));

const strange = [
  prose("letters that end a line of JavaScript only", `a\u2028${harm}\u2029b`),
  prose("zeros", `a\0<\0script>${harm}</script>`),
  prose("letters that turn the line around", `\u202e<script>${harm}</script>\u2066`),
  prose("half a pair of letters", "\ud83d<b>"),
  prose("a line of a million letters", "a".repeat(1_000_000)),
  prose("ten thousand emphases", "*a ".repeat(10_000)),
  prose("ten thousand open links", "[".repeat(10_000)),
  prose("quotes five thousand deep", `${">".repeat(5_000)} x`),
  prose("lists two hundred deep", Array.from({ length: 200 }, (_, depth) => `${"  ".repeat(depth)}- x`).join("\n")),
  prose("a conflict", `<<<<<<< ours\n<script>${harm}</script>\n=======\n${cell("source", "a", 'file: "a"')}>>>>>>> theirs`),
  prose("a cell of a later kind", cell("retention@99", "later", 'from: "rows"')),
  prose("a cell of no kind", cell("__proto__", "constructor", 'toString: "x"')),
  prose("a cell with the name of an object's own", cell("source", "constructor", 'file: "rows.csv"')),
  { what: "a format of the future", text: "---\nformat: 99\n---\n\nRead me.\n" },
  {
    what: "front matter named like an object's own",
    text: '---\nformat: 1\n__proto__: {"polluted":true}\nconstructor: {"prototype":{"polluted":true}}\n---\n\nRead me.\n',
  },
  { what: "a title of markup", text: `---\nformat: 1\ntitle: "<img src=x onerror=${harm}>"\n---\n\nRead me.\n` },
  { what: "a zone that is none", text: `---\nformat: 1\ntimezone: "<script>${harm}</script>"\n---\n\nRead me.\n` },
  {
    what: "a hundred and fifty cells",
    text: `---\nformat: 1\n---\n\nRead me.\n\n${Array.from({ length: 150 }, (_, at) => cell("source", `c${at}`, 'file: "none.csv"')).join("\n")}`,
  },
];

const polluting = [
  withRows(
    "parameters named like an object's own",
    cell("table", "out", 'from: "rows"\n__proto__: {"polluted":true}\nconstructor: {"prototype":{"polluted":true}}'),
  ),
  withRows("verbs named like an object's own", cell("table", "out", 'from: "rows"\nverbs:\n  - {"__proto__":{"polluted":true}}'), "out"),
  withRows(
    "columns named like an object's own",
    cell("table", "out", 'from: "rows"\nverbs:\n  - {"derive":{"__proto__":"n","constructor":"n + 1","toString":"n"}}'),
  ),
  withRows("a table read from itself", cell("table", "out", 'from: "out"'), "out"),
  withRows("a circle of tables", cell("table", "one", 'from: "two"') + cell("table", "two", 'from: "one"'), "one"),
  withRows("values a thousand deep", cell("table", "out", `from: "rows"\nverbs:\n  - {"filter":${"[".repeat(1000)}${"]".repeat(1000)}}`)),
  withRows("a chart of markup", cell("chart", "out", `from: "rows"\nx: "<img src=x onerror=${harm}>"\ny: "n"`), "out"),
  {
    what: "a header of markup",
    text: `---\nformat: 1\n---\n\nRead me.\n\n${source}`,
    files: { "rows.csv": `"<svg onload=${harm}>",__proto__,constructor\n1,2,3\n` },
  },
  {
    what: "records named like an object's own",
    text: `---\nformat: 1\n---\n\nRead me.\n\n${source.replace(".csv", ".json")}`,
    files: { "rows.json": '[{"__proto__":{"polluted":true},"a":1},{"constructor":{"prototype":{"polluted":true}},"a":2}]' },
  },
];

/** Notebooks whose harm a page would do. */
export const hostileNotebooks: HostileNotebook[] = [...links, ...attributes, ...markup, ...strange, ...polluting];
