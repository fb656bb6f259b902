import { existsSync, readFileSync } from "node:fs";
import { dirname, join, normalize } from "node:path";

/**
 * Whether a test file, given relative to the repository, must have a process to itself: it loads modules anew or replaces some, it looks at processes, or it
 * opens a database and is about the engine or the database layer, which keep state of their process. All others share processes, which load
 * packages, the schema and the database client once.
 */
export const needsOwnProcess = (file: string): boolean =>
  /^(scripts|lib\/platform\/media)\//.test(file) ||
  /vi\.(resetModules|mock|doMock)\(/.test(readFileSync(file, "utf8")) ||
  (/^(inngest|lib\/platform)\//.test(file) && reachesDatabase(file, new Set()));

function reachesDatabase(file: string, seen: Set<string>): boolean {
  if (file === "lib/testing/database.ts") return true;
  if (seen.has(file)) return false;
  seen.add(file);
  return testSupportOf(file).some((each) => reachesDatabase(each, seen));
}

/** What a file imports of test support, statically or not. */
function testSupportOf(file: string): string[] {
  const text = readFileSync(file, "utf8");
  return [...text.matchAll(/(?:from|import)[\s(]*"((?:@\/|\.{1,2}\/)[^"]+)"/g)].flatMap(([, name = ""]) => {
    const path = name.startsWith("@/") ? name.slice(2) : normalize(join(dirname(file), name));
    const found = [path, `${path}.ts`, `${path}.tsx`].find((each) => /\.[a-z]+$/.test(each) && existsSync(each));
    return found && /(^|\/)testing\//.test(found) ? [found] : [];
  });
}
