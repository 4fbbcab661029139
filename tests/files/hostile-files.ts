/** A text that a notebook must survive, and what it becomes: a mark per block, and the codes of the notices. */
export interface HostileFile {
  what: string;
  text: string;
  /** `prose`, `cell <name>`, or `<reason> <name or ->` of an unknown block. */
  blocks: string[];
  notices?: string[];
}

const fence = (info: string, ...body: string[]): string => ["```" + info, ...body, "```"].join("\n");
const orders = fence("cell load orders", 'file: "a.csv"');
const nested = "[".repeat(100_000) + "]".repeat(100_000);

export const hostileFiles: HostileFile[] = [
  { what: "nothing at all", text: "", blocks: [] },
  { what: "blank lines only", text: "\n \n\t\n", blocks: [] },
  { what: "only front matter", text: '---\nformat: 1\ntitle: "x"\n---', blocks: [] },
  { what: "empty front matter", text: "---\n---\nwords", blocks: ["prose"] },
  { what: "front matter that is never closed", text: `---\nformat: 1\ntitle: "x"\n\n${orders}\n\n---\n`, blocks: ["prose", "cell orders", "prose"] },
  { what: "a rule at the top of plain Markdown", text: "---\nSome words.\n\n---\nMore.", blocks: ["prose"] },
  { what: "front matter with a value that is none", text: "---\nformat: 1\ntitle: Hello\n---", blocks: [], notices: ["front-matter"] },
  {
    what: "front matter with git's conflict",
    text: '---\nformat: 1\n<<<<<<< a\ntitle: "1"\n=======\ntitle: "2"\n>>>>>>> b\n---',
    blocks: [],
    notices: ["front-matter"],
  },
  { what: "a title twice", text: '---\ntitle: "1"\ntitle: "2"\n---', blocks: [], notices: ["front-matter"] },
  { what: "format 99", text: `---\nformat: 99\nmood: "calm"\n---\n\n${orders}`, blocks: ["cell orders"], notices: ["newer-format"] },
  { what: "a format that is no number", text: '---\nformat: "one"\n---', blocks: [], notices: ["front-matter"] },
  { what: "a cell's fence that is never closed", text: '```cell load orders\nfile: "a.csv"', blocks: ["cell orders"], notices: ["unclosed"] },
  {
    what: "an open cell above a whole one",
    text: `\`\`\`cell load web\nfile: {\n\n${orders}`,
    blocks: ["body web", "cell orders"],
    notices: ["unclosed"],
  },
  { what: "a code fence that is never closed", text: `\`\`\`js\nlet a;\n\n${orders.replaceAll("```", "~~~")}`, blocks: ["prose"] },
  { what: "binary bytes", text: String.fromCharCode(...Array.from({ length: 512 }, (_, at) => (at * 167) % 256)), blocks: ["prose"] },
  { what: "a byte order mark", text: `\uFEFF---\nformat: 1\n---\n${orders}`, blocks: ["cell orders"] },
  { what: "CR LF line ends", text: `---\r\nformat: 1\r\n---\r\n\r\n${orders.replaceAll("\n", "\r\n")}\r\n`, blocks: ["cell orders"] },
  { what: "mixed line ends", text: `words\r\n\n${orders.replace("\n", "\r\n")}`, blocks: ["prose", "cell orders"] },
  { what: "NUL characters", text: `\u0000\n\n${fence("cell load orders", 'file: "a\u0000"')}`, blocks: ["prose", "body orders"] },
  { what: "one name twice", text: `${orders}\n${orders}`, blocks: ["cell orders", "cell orders"] },
  { what: "keys of Object.prototype", text: fence("cell load orders", "__proto__: 1", "constructor: 2", "toString: 3"), blocks: ["cell orders"] },
  { what: "a kind of Object.prototype", text: fence("cell constructor orders", "a: 1"), blocks: ["kind orders"] },
  { what: "__proto__ inside a value", text: fence("cell stay a", 'by: {"__proto__":{"cell":"x"}}'), blocks: ["cell a"] },
  { what: "a whole number that would be rounded", text: fence("cell stay a", "level: 12345678901234567890"), blocks: ["body a"] },
  { what: "1e400", text: fence("cell stay a", "level: 1e400"), blocks: ["body a"] },
  {
    what: "conflict marks within a cell",
    text: fence("cell stay a", "<<<<<<< HEAD", 'grain: "day"', "=======", 'grain: "week"', ">>>>>>> b"),
    blocks: ["conflict a"],
  },
  { what: "half a conflict in a cell", text: `${fence("cell stay a", "<<<<<<< HEAD")}\n${orders}`, blocks: ["conflict a", "cell orders"] },
  {
    what: "a conflict of two whole cells",
    text: `<<<<<<< HEAD\n${orders}\n=======\n${fence("cell load web")}\n>>>>>>> b\n${orders}`,
    blocks: ["conflict -", "cell orders"],
  },
  {
    what: "a conflict that opens a fence",
    text: `<<<<<<< a\n\`\`\`cell load x\n=======\n\`\`\`cell load y\n>>>>>>> b\nfile: "a.csv"\n\`\`\`\n${orders}`,
    blocks: ["conflict -", "cell orders"],
  },
  { what: "a heading underlined by seven", text: "Words\n=======\nmore", blocks: ["prose"] },
  { what: "an unknown kind", text: fence("cell horoscope a", "x: {not json"), blocks: ["kind a"] },
  { what: "a major of the future", text: fence("cell stay@9 a"), blocks: ["major a"] },
  { what: "a major that is no number", text: fence("cell stay@new a"), blocks: ["major a"] },
  { what: "deep nesting", text: fence("cell stay a", `return: ${nested}`), blocks: ["body a"] },
  { what: "names with emoji", text: fence("cell load \u{1F4C8}", 'file: "a.csv"'), blocks: ["name -"] },
  { what: "a name in capitals", text: fence("cell load Orders"), blocks: ["name -"] },
  { what: "no name", text: fence("cell load"), blocks: ["name -"] },
  { what: "no kind", text: fence("cell"), blocks: ["fence -"] },
  { what: "too many words", text: fence("cell load orders please"), blocks: ["fence orders"] },
  { what: "cells in a list and a quotation", text: "- ```cell load a\n  ```\n\n> ```cell load b\n> ```\n", blocks: ["prose"] },
  { what: "code in a list above a cell", text: `- code:\n\n  \`\`\`js\n  a\n  \`\`\`\n\n${orders}`, blocks: ["prose", "cell orders"] },
  { what: "a cell indented by one", text: ` ${orders}\nwords`, blocks: ["prose"] },
  { what: "a fence of tildes", text: orders.replaceAll("```", "~~~"), blocks: ["cell orders"] },
  { what: "a cell in a longer fence", text: `\`\`\`\`\n${orders}\n\`\`\`\``, blocks: ["prose"] },
  { what: "blanks and tabs around the info string", text: "```  cell\tload  orders \t\n```  ", blocks: ["cell orders"] },
  { what: "JSON with comments", text: fence("cell stay a", 'grain: "day" // daily'), blocks: ["body a"] },
  { what: "a comment line", text: fence("cell stay a", "# daily", 'grain: "day"'), blocks: ["body a"] },
  { what: "a comment fence with words in place of lines", text: fence("comment", "Is this right?"), blocks: ["body -"] },
  { what: "trailing garbage", text: `${orders}\n\`\`\`\n]}>-->\u2028`, blocks: ["cell orders", "prose"] },
  { what: "U+2028 in a value", text: fence("cell load orders", 'file: "a\u2028b"'), blocks: ["cell orders"] },
  { what: "a key twice", text: fence("cell stay a", 'grain: "day"', 'grain: "week"'), blocks: ["body a"] },
  { what: "values that do not suit", text: fence("cell stay a", "grain: 5", 'level: "high"', 'return: "all"'), blocks: ["cell a"] },
  { what: "markup and script", text: '<script>alert(1)</script>\n<!-- cell -->\n<img src=x onerror="alert(1)">', blocks: ["prose", "prose"] },
];
