import type * as z from "zod";
import type { DeclarativeGenerator } from "@/lib/generators/contract/declare";

const page = "https://cloud.google.com/vertex-ai/generative-ai/pricing";
const unverified =
  "Google's price list for Vertex AI could not be opened: the prices are those of the Gemini API, which resellers list for Vertex AI as well";

/** One of Google's models as Vertex AI offers it: the same requests and answers. */
export function atVertex<Input extends z.ZodObject>(model: DeclarativeGenerator<Input>): DeclarativeGenerator {
  const { name, title, description } = model;
  return {
    ...(model as unknown as DeclarativeGenerator),
    provider: "vertex",
    name: name.replace(/^google-/, "vertex-"),
    title: `${title.replace(" (Google)", "")} (Vertex AI)`,
    description: description.replace("on Google", "on Google Vertex AI"),
    source: { page, readOn: "2026-11-26", unverified },
  };
}
