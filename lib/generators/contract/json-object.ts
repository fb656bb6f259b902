import type { Json } from "./define-generator";

/** The JSON object that a provider answered; null for anything else. */
export function jsonObject(text: string): Record<string, Json> | null {
  try {
    const value = JSON.parse(text) as Json;
    return typeof value === "object" && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}
