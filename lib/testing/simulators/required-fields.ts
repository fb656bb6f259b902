import type { Json } from "@/lib/generators/contract/define-generator";

/** The fields of these that a request lacks. */
export const lacking = (required: string[], input: Record<string, Json>): string[] =>
  required.filter((field) => input[field] === undefined || input[field] === null);
