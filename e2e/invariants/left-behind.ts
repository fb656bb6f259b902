import { readdir } from "node:fs/promises";
import { join, relative } from "node:path";
import pg from "pg";

type Row = Record<string, unknown>;

/** What an installation that has come to rest leaves behind: the rows of its database, and the files of its storage. */
export interface LeftBehind {
  rows(query: string): Promise<Row[]>;
  /** The keys of all files. */
  files: string[];
}

/** Something that holds whatever happened before, once nothing runs any more. */
export interface Invariant {
  name: string;
  /** What breaks it; empty when it holds. */
  violations(left: LeftBehind): Promise<unknown[]>;
}

/** Looks at a database and a storage folder, and closes them again. */
export async function lookAt<Result>(databaseUrl: string, storageFolder: string, look: (left: LeftBehind) => Promise<Result>): Promise<Result> {
  const client = new pg.Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const entries = await readdir(storageFolder, { recursive: true, withFileTypes: true }).catch(() => []);
    const files = entries.filter((each) => each.isFile()).map((each) => relative(storageFolder, join(each.parentPath, each.name)));
    return await look({ files, rows: async (query) => (await client.query(query)).rows as Row[] });
  } finally {
    await client.end();
  }
}
