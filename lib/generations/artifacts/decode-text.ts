interface DecodeOptions {
  /** The bytes may end within a character, which is left out. */
  isCut: boolean;
  /** Throws for bytes that are no text; otherwise each becomes U+FFFD. */
  isStrict?: boolean;
}

/** A text file's words: UTF-8, or UTF-16 where the file begins with its mark, as browsers decide it (https://encoding.spec.whatwg.org/#bom-sniff). */
export function decodeText(bytes: Uint8Array, { isCut, isStrict = false }: DecodeOptions): string {
  const encoding = bytes[0] === 0xff && bytes[1] === 0xfe ? "utf-16le" : bytes[0] === 0xfe && bytes[1] === 0xff ? "utf-16be" : "utf-8";
  return new TextDecoder(encoding, { fatal: isStrict }).decode(bytes, { stream: isCut });
}
