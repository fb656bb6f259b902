import { randomUUID } from "node:crypto";
import type { Readable } from "node:stream";
import { BoardsError } from "@/lib/platform/errors";

/** Bytes to write: in memory, in a local file, or streaming in. */
export type StorageSource = Uint8Array | { path: string } | Readable;

/** First and last byte, both included. */
export interface ByteRange {
  start: number;
  end: number;
}

/** As what an address of the storage's own serves a file, and until when. */
export interface ServedAs {
  expiresAt: Date;
  contentType: string;
  contentDisposition: string;
  /** Given out to all who hold a share link, so that caches between may keep it, too. Nobody keeps it for longer than the address opens it. */
  isShared: boolean;
}

/** Where a file is sent without this server: in pieces of `partBytes`, the last one shorter, each to its address, by PUT, in any order. */
export interface UploadPlace {
  /** What `closeUpload` needs; null for a file in one piece, which is there once it was sent. */
  partsId: string | null;
  partBytes: number;
  urls: string[];
  /** What is sent with each of them, beside the bytes. */
  headers: Record<string, string>;
}

/**
 * Where files live. Everything streams; no driver holds a whole file in memory. Keys look like `a/b/c`, without `..`. A storage without
 * room throws `storage.full`, one that is read-only or away `storage.unavailable`; neither is ever told as a file that is not there.
 */
export interface Storage {
  /** Writes all or nothing. `contentHash` is SHA-256 in hex. */
  write(key: string, source: StorageSource): Promise<{ sizeBytes: number; contentHash: string }>;
  /** Null when there is no such file. */
  stat(key: string): Promise<{ sizeBytes: number; modifiedAt: Date } | null>;
  /** Throws `artifact.not_found` when there is no such file. */
  read(key: string, range?: ByteRange): Promise<Readable>;
  /** An address that opens the file without this server; null where the storage has none of its own. Not checked: the file may be gone. */
  addressOf(key: string, servedAs: ServedAs): Promise<string | null>;
  /** Whether an address of this file's may be asked for wherever it is listed: it costs next to nothing, and lives for as long as it says. */
  signsForLittle(key: string): boolean;
  /** Addresses to which a file of exactly this size may be sent; null where only this server takes files. */
  openUpload(key: string, announced: { sizeBytes: number; expiresAt: Date }): Promise<UploadPlace | null>;
  /** Makes a file of the parts that arrived; the same again changes nothing. */
  closeUpload(key: string, partsId: string): Promise<void>;
  /** Copies the file to another key, all or nothing. Throws `artifact.not_found` when there is no such file. */
  copy(from: string, to: string): Promise<void>;
  /** Copies the file to a path on this machine. */
  copyToFile(key: string, path: string): Promise<void>;
  /** Up to `limit` keys in an order of the storage's own, after the key that the last page ended with; fewer when there are no more. */
  list(after: string | null, limit: number): Promise<string[]>;
  /** Deletes every file whose key begins with this folder; deleting nothing is no error. */
  deleteFolder(folder: string): Promise<void>;
  /** Deletes what writes left behind that broke off before this moment. */
  deletePartialWrites(before: Date): Promise<void>;
  /** Throws when the storage cannot be written and read, or has next to no room left. */
  check(): Promise<void>;
}

/** Writes a file of one byte, looks whether it is there, and deletes it. Throws when that does not work. */
export async function probeStorage(storage: Storage): Promise<void> {
  const folder = `health-${randomUUID()}`;
  try {
    await storage.write(`${folder}/probe`, new Uint8Array([1]));
    if ((await storage.stat(`${folder}/probe`))?.sizeBytes !== 1) throw new BoardsError("storage.unavailable");
  } finally {
    await storage.deleteFolder(folder).catch(() => undefined);
  }
}
