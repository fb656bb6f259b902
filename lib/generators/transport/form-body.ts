import type { Json } from "../contract/define-generator";
import type { Submission } from "../contract/provider";
import { fileBlob } from "./file-blob";

/** The request of a submission as `multipart/form-data`: files in place of their keys, a field for each item of a list. */
export async function formOf({ request, files }: Pick<Submission, "request" | "files">): Promise<FormData> {
  const form = new FormData();
  for (const [name, value] of Object.entries(request)) {
    for (const each of [value].flat() as Json[]) {
      const file = typeof each === "string" ? files.get(each) : undefined;
      form.append(name, file ? await fileBlob(file) : typeof each === "object" ? JSON.stringify(each) : String(each));
    }
  }
  return form;
}
