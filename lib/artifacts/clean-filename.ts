/** A name without folders or characters that a file system or header would stumble over. */
export function cleanFilename(name: string | undefined): string {
  const base = (name ?? "").split(/[/\\]/).at(-1) ?? "";
  const cleaned = base
    .replace(/\p{Cc}/gu, "")
    .replace(/[<>:"|?*]/g, "_")
    .replace(/^[. ]+|[. ]+$/g, "");
  return cleaned.slice(0, 255) || "uploaded_file";
}
