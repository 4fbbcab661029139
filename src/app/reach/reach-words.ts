/** Where a page stands, as far as it bears on what it can reach. */
export interface Standing {
  /** The host it came from; null for a page on a disk. */
  host: string | null;
  /** The policies the browser holds it to. */
  policies: readonly string[];
  /** Whether its policy lets it ask that host. */
  asksHost: boolean;
  /** Whether the browser keeps the page, to open it without a network. */
  isKept: boolean;
  /** What of a shared page's data has a passphrase: null where no notebook came in the page. */
  shared: "plain" | "locked" | "unlocked" | null;
}

/** One thing to know: what it is about, and what is true of it. */
export interface Truth {
  about: string;
  text: string;
}

const policyHolds =
  "The browser enforces the policy below on the page and on its worker: no request, picture, font, frame, form or further program from elsewhere.";

function where({ host, policies, asksHost }: Standing): string {
  if (policies.length === 0) return "Anywhere: this is a page under development, without a policy. Build it, and this changes.";
  if (host === null) return `It loads nothing and sends nothing by itself. ${policyHolds}`;
  if (!asksHost) return `It loads nothing and sends nothing by itself, although it came from ${host}, which saw you fetch it. ${policyHolds}`;
  return (
    `Only ${host}, where it came from. It fetches its own files there: itself, the samples, and newer versions; as with every site, ` +
    `the host sees that. The policy would let it send there too, so here you rely on its code, which sends nothing. To rely on less, save the ` +
    `page and open it from your disk. ${policyHolds}`
  );
}

function kept({ host, isKept }: Standing): string {
  if (host === null) {
    return "The text of notebooks with their undo histories, and your choice of theme; no data. The browser lets every page on your disk share that place.";
  }
  const page = isKept ? " The page itself and samples you opened are kept too, so that it works offline." : "";
  return (
    "The text of notebooks with their undo histories, your choice of theme, the way to files you opened where the browser can " +
    `keep it, and the key pseudonyms are made with; no data. Every page of ${host} shares that place.${page}`
  );
}

const sharedWords = {
  plain: "Whoever has this file can read all that is in it, its data included.",
  locked:
    "The notebook can be read by whoever has this file. Its data are encrypted (AES-GCM) and unreadable without the passphrase, as long as nobody guesses that: a short one can be tried out.",
  unlocked:
    "In the file the data are encrypted (AES-GCM); in this tab they are open since the passphrase was given. The notebook itself can be read by whoever has the file.",
};

/** What a page can reach, in plain words and no more than is true. */
export function reachWords(standing: Standing): Truth[] {
  const { shared } = standing;
  return [
    { about: "What it can reach", text: where(standing) },
    {
      about: "Your files",
      text: "It reads those you choose or drop, into the memory of this tab, and no others. Closing the tab empties it.",
    },
    ...(shared === null ? [] : [{ about: "The data in this page", text: sharedWords[shared] }]),
    { about: "Kept on this machine", text: `${kept(standing)} “Forget everything on this machine” deletes what is yours.` },
    {
      about: "What leaves",
      text: "What you save, share, copy or print, where you put it. A link is followed only after you saw its host; that host learns you came.",
    },
    {
      about: "What no policy stops",
      text:
        "A policy does not keep a program from sending you to another address, with words in it, or from having the browser open a connection " +
        "ahead. A notebook cannot do either: it holds no program, and its formulas know no address. WebRTC, which no policy reaches, the page has " +
        "removed from itself. Your browser, its extensions and your system can see what you see.",
    },
  ];
}
