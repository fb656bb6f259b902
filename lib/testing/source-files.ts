import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { type ParseResult, parseSync } from "oxc-parser";

/** The tracked and the new TypeScript files of some folders that run in production: no tests, nothing in a folder `testing`. */
export function sourceFiles(...folders: string[]): string[] {
  const listed = execFileSync("git", ["ls-files", "--cached", "--others", "--exclude-standard", ...folders], { encoding: "utf8" }).split("\n");
  return listed.filter((file) => /\.tsx?$/.test(file) && !/\.test\.tsx?$|(^|\/)testing\//.test(file) && existsSync(file));
}

/** A source file, parsed. */
export const parseFile = (file: string): ParseResult => parseSync(file, readFileSync(file, "utf8"));
