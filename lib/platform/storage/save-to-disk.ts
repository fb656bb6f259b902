import { createWriteStream } from "node:fs";
import type { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { onDisk } from "@/lib/platform/storage/storage-error";

/** Writes what a storage gives into a file of this machine. */
export const saveToDisk = (body: Readable, path: string): Promise<void> => onDisk(() => pipeline(body, createWriteStream(path)));
