import { cutText } from "@/lib/platform/text/characters";
import { cleanText } from "@/lib/platform/text/clean-text";

/** A name without folders or characters that a file system or header would stumble over, of at most 255 characters. */
export function cleanFilename(name: string | undefined): string {
  const base =
    cleanText(name ?? "")
      .split(/[/\\]/)
      .at(-1) ?? "";
  const cleaned = base.replace(/\p{Cc}/gu, "").replace(/[<>:"|?*]/g, "_");
  return cutText(cleaned.replace(/^[. ]+/, ""), 255).replace(/[. ]+$/, "") || "uploaded_file";
}
