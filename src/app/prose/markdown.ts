import DOMPurify from "dompurify";
import MarkdownIt from "markdown-it";

const parser = new MarkdownIt({ html: false, linkify: false, typographer: false });
// An address that names no host and no reader of mail leads nowhere a page could say before it is followed.
parser.validateLink = (address) => /^(https?:\/\/|mailto:|#)/i.test(address);
const known = new Map<string, DocumentFragment>();
const most = 200;

/**
 * Markdown as elements. Raw HTML stays text, and what is left goes through DOMPurify, so that opening a stranger's notebook runs nothing.
 * Pictures from elsewhere are left out: the page may fetch nothing.
 */
export function markdown(text: string): DocumentFragment {
  let fragment = known.get(text);
  if (fragment === undefined) {
    fragment = DOMPurify.sanitize(parser.render(text), {
      RETURN_DOM_FRAGMENT: true,
      FORBID_TAGS: ["img", "style", "form", "input"],
      FORBID_ATTR: ["style"],
    });
    for (const link of fragment.querySelectorAll("a")) {
      link.target = "_blank";
      link.rel = "noopener noreferrer";
    }
    if (known.size >= most) known.clear();
    known.set(text, fragment);
  }
  return fragment.cloneNode(true) as DocumentFragment;
}

/** The first heading of Markdown text, and its depth. */
export function headingOf(text: string): { depth: number; text: string } | null {
  const match = /^ {0,3}(#{1,6})\s+(.+?)\s*#*\s*$/m.exec(text);
  return match === null ? null : { depth: match[1]!.length, text: match[2]!.replaceAll(/[*_`]/g, "") };
}
