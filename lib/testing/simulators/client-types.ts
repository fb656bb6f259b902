import { readFileSync } from "node:fs";
import { join } from "node:path";

const root = join(import.meta.dirname, "../../../node_modules");

/** A field of a type that a provider's own client declares. */
export interface DeclaredField {
  name: string;
  isOptional: boolean;
}

/** A file of types in node_modules, without its comments. */
export const typesIn = (path: string): string => readFileSync(join(root, path), "utf8").replace(/\/\*\*[\s\S]*?\*\//g, "");

/** The fields of a type's body whose lines are indented by so many spaces. */
export function fieldsIn(body: string, indent: number): DeclaredField[] {
  const lines = body.matchAll(new RegExp(`^ {${indent}}"?([A-Za-z_]\\w*)"?(\\??): `, "gm"));
  return [...lines].map(([, name = "", mark = ""]) => ({ name, isOptional: mark === "?" }));
}
