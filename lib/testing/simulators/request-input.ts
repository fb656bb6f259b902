import type { Json } from "@/lib/generators/contract/define-generator";
import type { SimulatedRequest } from "./provider-simulator";

/** What a request holds, as JSON or as a form; of a file only its type and size, of a field that comes more often a list. */
export async function inputOf({ headers, body, json }: SimulatedRequest): Promise<Record<string, Json>> {
  const type = headers["content-type"] ?? "";
  if (!type.startsWith("multipart/")) return json();
  const form = await new Response(new Uint8Array(body), { headers: { "content-type": type } }).formData();
  const shown = (value: FormDataEntryValue) => (value instanceof Blob ? `${value.type}, ${value.size} bytes` : value);
  const names = [...new Set(form.keys())];
  return Object.fromEntries(
    names.map((name) => {
      const [first = "", ...more] = form.getAll(name).map(shown);
      return [name, more.length > 0 ? [first, ...more] : first];
    }),
  );
}
