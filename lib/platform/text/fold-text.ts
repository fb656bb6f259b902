import { cleanText } from "@/lib/platform/text/clean-text";

// Accents and other marks that Unicode lends to every script, and signs that are not seen; but not what makes Japanese が of か.
const marks = /(?![\u3099\u309a])\p{Script=Inherited}/gu;

/** Latin letters that people type without their stroke or as two; Unicode takes these apart for nobody. */
const plainLetters: Record<string, string> = { ø: "o", ł: "l", đ: "d", ð: "d", ħ: "h", ŧ: "t", æ: "ae", œ: "oe", þ: "th" };
// Of strings: a bundler writes these as \u…, but no regular expression, and a program with one such letter takes twice its memory.
const letterWithPlainForm = new RegExp(`[${Object.keys(plainLetters).join("")}]`, "g");

/**
 * Text as search and sorting compare it: without case, accents, width or kind of composition, in every script, and the same on every
 * database. Never empty for a text that is not.
 */
export function foldText(text: string): string {
  const whole = cleanText(text);
  const plain = whole.normalize("NFKD").replace(marks, "").toUpperCase().normalize("NFKD").replace(marks, "").toLowerCase();
  const folded = plain.replace(letterWithPlainForm, (letter) => plainLetters[letter] ?? letter).replaceAll("ς", "σ");
  return folded.normalize("NFC") || whole;
}
