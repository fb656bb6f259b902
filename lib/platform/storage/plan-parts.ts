/** Of 10,000 that S3 and Google Cloud Storage allow: each has an address, and one answer tells all. */
const mostParts = 500;

/** A file that someone is about to send to a bucket. */
export interface AnnouncedUpload {
  sizeBytes: number;
  expiresAt: Date;
  /** What is larger is sent in parts, so that only a part is sent again where a connection breaks. */
  partBytes: number;
}

/** The bytes of each part in which such a file is sent: all alike but the last; a single one where it is no larger than a part. */
export function planParts({ sizeBytes, partBytes }: Pick<AnnouncedUpload, "sizeBytes" | "partBytes">): number[] {
  if (sizeBytes <= partBytes) return [sizeBytes];
  const each = Math.max(partBytes, Math.ceil(sizeBytes / mostParts));
  return Array.from({ length: Math.ceil(sizeBytes / each) }, (_, part) => Math.min(each, sizeBytes - part * each));
}
