/** Texts that stand for nobody: a journey leaves them out, and must still know them. */
const nobody = /^(?:|null|none|n\/a|na|nan|unknown|undefined|0|-1|\(not set\)|\[object object\]|[0-]{8,})$/i;

const alphabet = "abcdefghijklmnopqrstuvwxyz234567";
const encoder = new TextEncoder();

/** An id as it is compared, after its type: the same person's address in two spellings is one. */
function comparable(text: string): string {
  const plain = text.trim().normalize("NFC");
  if (/^\S+@\S+$/.test(plain)) return `e-mail|${plain.toLowerCase()}`;
  if (/^(?:\+|00)[1-9][\d\s()./-]{7,}$/.test(plain)) return `phone|${plain.replace(/^00/, "").replaceAll(/\D/g, "")}`;
  return `identifier|${plain}`;
}

/** 128 bits in 26 letters and digits. */
function base32(bytes: Uint8Array): string {
  let [text, bits, held] = ["", 0, 0];
  for (const byte of bytes) {
    held = (held << 8) | byte;
    for (bits += 8; bits >= 5; bits -= 5) text += alphabet[(held >> (bits - 5)) & 31]!;
    held &= 255;
  }
  return text + alphabet[(held << (5 - bits)) & 31]!;
}

/**
 * A name for a person that tells nothing without the key: the first 128 bits of HMAC-SHA-256 over type and normalised id, in base 32.
 *
 * The type is read off the text and not off its column, so that one id has one pseudonym in every table. Pseudonymous, not anonymous:
 * whoever has the key and a list of ids can find them again, and a customer's line of events may tell who it is without any id.
 *
 * @param key For HMAC with SHA-256.
 * @returns 26 letters and digits; a text that stands for nobody, such as "unknown", as it is.
 * @example await pseudonym("unknown", key) // "unknown"
 */
export async function pseudonym(text: string, key: CryptoKey): Promise<string> {
  const plain = text.trim();
  if (nobody.test(plain)) return plain;
  if (/^test@/i.test(plain)) return "test@";
  const signed = await crypto.subtle.sign("HMAC", key, encoder.encode(comparable(plain)));
  return base32(new Uint8Array(signed, 0, 16));
}
