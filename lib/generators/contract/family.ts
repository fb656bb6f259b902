/** Which family a model belongs to, and which of its variants it is. */
export interface ModelFamily {
  /** As in `Veo 3.1`. */
  family: string;
  /** What sets it apart within the family, as in `Fast Image to Video`; empty for the plain model. */
  variant: string;
}

/** A provider in brackets at the end, as in `Veo 3.1 (Kie)`. */
const providerNote = /\s*\([^()]*\)$/;
/** A title up to its version, and the rest: `Veo 3.1`, `GPT-6`, `FLUX.2`, `Eleven v3`, `MiniMax H3`. */
const versioned = /^(.*?(?:^|[\s.-])[a-z]?\d+(?:\.\d+)*[a-z]?)(?=\s|$)\s*(.*)$/i;
/** Words at the end of a title without a version that say what a model does, or which size of it this is. */
const variantWords = new RegExp(
  `\\s+(?:${[
    "(?:text|image|reference|video|speech) to (?:image|video|3d|text|speech)",
    "(?:precise )?edit|extend video|remove background|background removal|virtual try-on|upscale|upscaler|avatar|lipsync|character",
    "lora training|with lora|tts|dialogue|music|sounds|sound effects|voice changer|voice isolator",
    "core|fast|flash|lite|max|mini|prime|pro|standard|turbo|ultra",
  ].join("|")})$`,
  "i",
);

/**
 * The family of a model, read from its title: all up to the version or, where there is none, what is left without the words for tasks and sizes.
 * Families are told apart by maker and kind of artifact too: `Gen 4` of one maker is not that of another.
 */
export function familyOf(title: string): ModelFamily {
  const name = title.replace(providerNote, "");
  const [, base, rest] = versioned.exec(name) ?? [];
  if (base && rest !== undefined) return { family: base.replace(/(\d)\.0$/, "$1"), variant: rest };
  let family = name;
  while (variantWords.test(family)) family = family.replace(variantWords, "");
  return { family, variant: name.slice(family.length).trim() };
}
