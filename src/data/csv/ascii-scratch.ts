/** A place to write short ASCII texts as bytes. */
export class AsciiScratch {
  bytes = new Uint8Array(64);
  view = new DataView(this.bytes.buffer);

  /** Writes a text from the start; returns its length. */
  write(text: string): number {
    if (text.length + 8 > this.bytes.length) {
      this.bytes = new Uint8Array(text.length * 2);
      this.view = new DataView(this.bytes.buffer);
    }
    for (let at = 0; at < text.length; at++) this.bytes[at] = text.charCodeAt(at);
    return text.length;
  }
}

/** Bytes as a text of one character each. */
export function asciiText(bytes: Uint8Array, start: number, end: number): string {
  let text = "";
  for (let at = start; at < end; at++) text += String.fromCharCode(bytes[at]!);
  return text;
}
