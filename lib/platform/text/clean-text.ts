/** Text that PostgreSQL can keep: no NUL, and half a character (a lone surrogate) replaced by U+FFFD. */
export function storableText(text: string): string {
  const whole = text.isWellFormed() ? text : text.toWellFormed();
  return whole.includes("\0") ? whole.replaceAll("\0", "") : whole;
}

/** Text as it enters the product, from wherever it comes: storable, and in one form (NFC), so that what looks the same is the same. */
export const cleanText = (text: string): string => storableText(text).normalize("NFC");
