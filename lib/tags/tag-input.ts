import { z } from "zod";
import { BoardsError } from "@/lib/errors";

/** Lower case, spaces and underscores as hyphens, nothing but a-z, 0-9 and single hyphens. */
export function slugify(text: string): string {
  return text
    .toLowerCase()
    .replace(/[\s_]+/g, "-")
    .replace(/[^a-z0-9-]/g, "")
    .replace(/-+/g, "-")
    .replace(/^-|-$/g, "");
}

const name = z.string().trim().min(1, "Tag name cannot be empty").max(100, "Tag name takes at most 100 characters");
const slug = z
  .string()
  .max(100, "Slug takes at most 100 characters")
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "A slug takes lower-case letters, digits and single hyphens");
const description = z.string().max(2000, "Description takes at most 2,000 characters");
const metadata = z
  .record(z.string(), z.unknown(), "Metadata must be an object")
  .refine((value) => JSON.stringify(value).length <= 16_384, "Metadata takes at most 16 KiB");

/** What a new tag needs. Without a slug it gets one from its name. */
export const newTag = z.object({ name, slug: slug.nullish(), description: description.nullish(), metadata: metadata.nullish() });

/** What may change; null leaves a field as it is, an empty description clears it. */
export const tagChanges = z.object({ name: name.nullish(), slug: slug.nullish(), description: description.nullish(), metadata: metadata.nullish() });

/** The slug of a name, which must leave something of it. */
export function slugOf(tagName: string): string {
  const made = slugify(tagName);
  if (!made) throw new BoardsError("input.invalid", { message: "Tag name must contain at least one alphanumeric character", field: "name" });
  return made;
}
