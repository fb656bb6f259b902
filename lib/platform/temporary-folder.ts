import { mkdtemp } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Makes a folder for the time of one piece of work, which removes it. It names its process: a start removes those of processes that were killed. */
export const makeTemporaryFolder = (purpose: string): Promise<string> => mkdtemp(join(tmpdir(), `boards-${purpose}-${process.pid}-`));
