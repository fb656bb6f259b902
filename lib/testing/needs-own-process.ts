import { readFileSync } from "node:fs";

/**
 * Whether a test file, given relative to the repository, must have a process to itself: it looks at processes, it loads modules anew or replaces some, or it
 * brings the engine into its own process. All others share processes, which load packages, the schema and the database client once.
 */
export const needsOwnProcess = (file: string): boolean =>
  /^(scripts|lib\/platform\/media)\//.test(file) || /\b(vi\.(resetModules|mock|doMock)|askEngineHere)\(/.test(readFileSync(file, "utf8"));
