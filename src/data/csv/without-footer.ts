import type { LeftLines } from "./csv-report.ts";
import { sniffFooter } from "./sniff-footer.ts";

/** Bytes held back until it is known whether they are the last. */
const tailSize = 1 << 14;
/** A line's values, near enough to tell a total: without quotes around them. */
function valuesOf(line: string, delimiter: string): string[] {
  return line.trim() === "" ? [] : line.split(delimiter).map((value) => value.trim().replaceAll(/^"|"$/g, ""));
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const all = new Uint8Array(first.length + second.length);
  all.set(first);
  all.set(second, first.length);
  return all;
}

/**
 * A text without the lines below its table; the last 16 kB are held back until the end to see them.
 *
 * @param count How many lines they are, or null to find totals and remarks.
 * @param found Takes what was left out.
 */
export async function* withoutFooter(
  chunks: AsyncIterable<Uint8Array>,
  { count, delimiter, width }: { count: number | null; delimiter: string; width: number },
  found: (left: LeftLines) => void,
): AsyncGenerator<Uint8Array> {
  let tail = new Uint8Array(0) as Uint8Array;
  for await (const chunk of chunks) {
    if (chunk.length < tailSize) {
      tail = joined(tail, chunk);
      if (tail.length <= 4 * tailSize) continue;
      yield tail.subarray(0, tail.length - tailSize);
      tail = tail.slice(tail.length - tailSize);
    } else {
      if (tail.length > 0) yield tail;
      yield chunk.subarray(0, chunk.length - tailSize);
      tail = chunk.slice(chunk.length - tailSize);
    }
  }
  // One letter per byte, so that places in the text are places in the bytes.
  const text = new TextDecoder("windows-1252").decode(tail);
  const lines = text.split(/\r\n|\n|\r/);
  while (lines.length > 0 && lines.at(-1)!.trim() === "") lines.pop();
  const footer = Math.min(
    count ??
      sniffFooter(
        lines.map((line) => valuesOf(line, delimiter)),
        width,
      ),
    lines.length,
  );
  if (footer === 0) {
    yield tail;
    return;
  }
  const below = lines.slice(lines.length - footer);
  const kept = lines.length - footer;
  let end = 0;
  for (let line = 0; line < kept; line++) {
    end += lines[line]!.length;
    end += text.startsWith("\r\n", end) ? 2 : 1;
  }
  yield tail.subarray(0, end);
  const shown = below.filter((line) => line.trim() !== "");
  found({ count: shown.length, example: (shown[0] ?? "").slice(0, 120) });
}
