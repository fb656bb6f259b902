import { createHash, randomUUID } from "node:crypto";
import { crc32 } from "node:zlib";
import type { SignedRequest } from "./signature";

/** A refusal by its code of S3, and its HTTP status. */
export class S3Refusal extends Error {
  constructor(
    readonly code: string,
    readonly status: number,
  ) {
    super(code);
  }
}

/** An object that is stored, or a part of one. */
export interface Stored {
  body: Buffer;
  etag: string;
  modifiedAt: Date;
  /** What its answers say of how long they are kept, where it says so itself. */
  cacheControl?: string | undefined;
}

/** A write in parts that has not ended. */
export interface PartialWrite {
  key: string;
  initiatedAt: Date;
  parts: Map<number, Stored>;
}

/** Checks that a body is what its headers promise, and makes it something to store. */
export function storedOf({ body, headers }: SignedRequest): Stored {
  const promised = headers["x-amz-checksum-crc32"];
  const sum = Buffer.alloc(4);
  sum.writeUInt32BE(crc32(body));
  if (promised && promised !== sum.toString("base64")) throw new S3Refusal("BadDigest", 400);
  return { body, etag: `"${createHash("md5").update(body).digest("hex")}"`, modifiedAt: new Date() };
}

/** What a simulated bucket holds. */
export class S3Objects {
  readonly objects = new Map<string, Stored>();
  readonly partials = new Map<string, PartialWrite>();

  find(key: string): Stored {
    const found = this.objects.get(key);
    if (!found) throw new S3Refusal("NoSuchKey", 404);
    return found;
  }

  partial(id: string, key: string): PartialWrite {
    const found = this.partials.get(id);
    if (found?.key !== key) throw new S3Refusal("NoSuchUpload", 404);
    return found;
  }

  begin(key: string): string {
    const id = randomUUID();
    this.partials.set(id, { key, initiatedAt: new Date(), parts: new Map() });
    return id;
  }

  /** Puts the parts together that the client lists, each as it was answered; all but the last have 5 MB at least. */
  complete(id: string, key: string, listed: { number: number; etag: string }[]): Stored {
    const { parts } = this.partial(id, key);
    const chosen = listed.map(({ number, etag }) => {
      const part = parts.get(number);
      if (part?.etag !== etag) throw new S3Refusal("InvalidPart", 400);
      return part;
    });
    if (chosen.length === 0 || listed.some(({ number }, index) => number <= (listed[index - 1]?.number ?? 0)))
      throw new S3Refusal("InvalidPartOrder", 400);
    if (chosen.slice(0, -1).some(({ body }) => body.length < 5_242_880)) throw new S3Refusal("EntityTooSmall", 400);
    const digest = createHash("md5").update(Buffer.concat(chosen.map(({ etag }) => Buffer.from(etag.slice(1, -1), "hex"))));
    const stored = {
      body: Buffer.concat(chosen.map(({ body }) => body)),
      etag: `"${digest.digest("hex")}-${chosen.length}"`,
      modifiedAt: new Date(),
    };
    this.objects.set(key, stored);
    this.partials.delete(id);
    return stored;
  }

  /** Keys in the order of their bytes. */
  list(prefix: string, after: string, limit: number) {
    const keys = [...this.objects.keys()].filter((key) => key.startsWith(prefix) && key > after).sort((one, other) => (one < other ? -1 : 1));
    return { keys: keys.slice(0, limit), isTruncated: keys.length > limit };
  }
}
