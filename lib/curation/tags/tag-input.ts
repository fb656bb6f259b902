import * as z from "zod";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { cutText } from "@/lib/platform/text/characters";

const maximumSlug = 100;

/**
 * Letters, digits and emoji of every script in lower case and usual width, spaces and underscores as hyphens, nothing else: names that look
 * the same have one slug.
 */
function slugify(text: string): string {
  const plain = text
    .normalize("NFKC")
    .toLowerCase()
    .normalize("NFKC")
    .replace(/[\s_]+/g, "-");
  const kept = plain.match(/[-\p{L}\p{M}\p{N}\p{Extended_Pictographic}\p{Emoji_Modifier}\p{Regional_Indicator}]/gu) ?? [];
  const visible = kept.filter((character) => !/\p{Variation_Selector}/u.test(character)).join("");
  return cutText(visible.replace(/-+/g, "-").replace(/^-/, ""), maximumSlug).replace(/-$/, "");
}

/** A tag's name. */
export const tagName = z.string().trim().min(1, say("reasons.tag.nameMissing")).max(100, say("reasons.tag.nameTooLong"));
const slug = z
  .string()
  .max(maximumSlug, say("reasons.tag.slugTooLong", { maximum: maximumSlug }))
  .refine((given) => given !== "" && slugify(given) === given, say("reasons.tag.slugForm"));
const description = z.string().max(2000, say("reasons.tag.descriptionTooLong"));
/** What else is kept of a tag. */
export const tagMetadata = z
  .record(z.string(), z.unknown(), say("reasons.tag.metadataNoObject"))
  .refine((value) => JSON.stringify(value).length <= 16_384, say("reasons.tag.metadataTooLarge"));

/** What a new tag needs. Without a slug it gets one from its name. */
export const newTag = z.object({ name: tagName, slug: slug.nullish(), description: description.nullish(), metadata: tagMetadata.nullish() });

/** What may change; null leaves a field as it is, an empty description clears it. */
export const tagChanges = z.object({
  name: tagName.nullish(),
  slug: slug.nullish(),
  description: description.nullish(),
  metadata: tagMetadata.nullish(),
});

/** The slug of a name, which must leave something of it. */
export function slugOf(tagName: string): string {
  const made = slugify(tagName);
  if (!made) throw new BoardsError("input.invalid", { message: say("reasons.tag.nameEmpty"), field: "name" });
  return made;
}
