/** As much of it as a caption or a name can use. */
const most = 120;

/** The words of whoever asked for an artifact: its prompt, template, spoken text or file name; null when there are none. */
export function wordsOf({ inputParams }: { inputParams?: unknown }): string | null {
  const { prompt, template, text, original_filename } = (inputParams ?? {}) as Record<string, unknown>;
  const words = [prompt, template, text, original_filename].find((each) => typeof each === "string" && each !== "");
  if (typeof words !== "string") return null;
  return words.length > most ? `${words.slice(0, most).trimEnd()}…` : words;
}
