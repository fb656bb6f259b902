import { db } from "@/lib/platform/db/client";

/** A provider's copy counts as there for as long as a job may need to read it. */
const safetySeconds = 3600;

interface PlacedFile {
  url: string;
  expiresInSeconds: number | null;
}

const onTheirWay = new Map<string, Promise<string>>();

/**
 * The address of a file at a provider, where it goes once until it expires: the database remembers it, and jobs of this process that ask
 * while it is on its way share that way. A file whose upload failed is tried again by whoever asks next.
 */
export async function placeOnce(keyId: string, contentHash: string, upload: () => Promise<PlacedFile>): Promise<string> {
  const key = { keyId, contentHash };
  const name = `${keyId} ${contentHash}`;
  const shared = onTheirWay.get(name);
  if (shared) return shared;
  const way = place(key, upload).finally(() => onTheirWay.delete(name));
  onTheirWay.set(name, way);
  return way;
}

async function place(key: { keyId: string; contentHash: string }, upload: () => Promise<PlacedFile>): Promise<string> {
  const where = { keyId_contentHash: key };
  const known = await db().providerUpload.findUnique({ where });
  if (known && (!known.expiresAt || known.expiresAt.getTime() > Date.now() + safetySeconds * 1000)) return known.url;
  const { url, expiresInSeconds } = await upload();
  const expiresAt = expiresInSeconds === null ? null : new Date(Date.now() + expiresInSeconds * 1000);
  await db().providerUpload.upsert({ where, create: { ...key, url, expiresAt }, update: { url, expiresAt } });
  return url;
}
