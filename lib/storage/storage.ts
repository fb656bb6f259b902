import type { Readable } from "node:stream";

/** Bytes to write: in memory, in a local file, or streaming in. */
export type StorageSource = Uint8Array | { path: string } | Readable;

/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** Where files live. Everything streams; no driver holds a whole file in memory. Keys look like `a/b/c`, without `..`. */
export interface Storage {
  /** Writes all or nothing. `contentHash` is SHA-256 in hex. */
  write(key: string, source: StorageSource): Promise<{ sizeBytes: number; contentHash: string }>;
  /** Null when there is no such file. */
  stat(key: string): Promise<{ sizeBytes: number; modifiedAt: Date } | null>;
  /** Throws `artifact.not_found` when there is no such file. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** Copies the file to a path on this machine. */
  copyToFile(key: string, path: string): Promise<void>;
  /** Deletes every file whose key begins with this folder; deleting nothing is no error. */
  deleteFolder(folder: string): Promise<void>;
  /** Throws when the storage cannot be written and read. */
  check(): Promise<void>;
}
