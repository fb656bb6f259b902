import type { Bucket } from "@google-cloud/storage";
import { signGcsUrl } from "@/lib/platform/storage/gcs-address";
import { type GcsSettings, gcsBucket } from "@/lib/platform/storage/gcs-client";
import { statusOf } from "@/lib/platform/storage/gcs-error";
import { type AnnouncedUpload, planParts } from "@/lib/platform/storage/plan-parts";
import type { UploadPlace } from "@/lib/platform/storage/storage";

const pagesAtMost = 100;

/** Google's client has no calls for uploads in parts: https://cloud.google.com/storage/docs/multipart-uploads */
async function ask(bucket: Bucket, method: "GET" | "POST" | "DELETE", path: string, body?: string): Promise<string> {
  const url = `${bucket.storage.apiEndpoint}/${bucket.name}${path}`;
  const { data } = await bucket.storage.authClient.request<string>({ url, method, responseType: "text", ...(body ? { body } : {}) });
  return String(data ?? "");
}

const valuesOf = (xml: string, tag: string) => [...xml.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, "gs"))].map(([, value = ""]) => value);
const byId = (key: string, partsId: string) => `/${key}?uploadId=${encodeURIComponent(partsId)}`;

/**
 * Addresses to which a file of this size is sent: in one piece, of exactly this size; in parts, none of them longer than a part. The range is
 * signed, and sent with each.
 */
export async function openGcsUpload(settings: GcsSettings, key: string, announced: AnnouncedUpload): Promise<UploadPlace> {
  const { sizeBytes, expiresAt } = announced;
  const parts = planParts(announced);
  const isWhole = parts.length === 1;
  const [each = sizeBytes] = parts;
  const headers = { "x-goog-content-length-range": `${isWhole ? sizeBytes : 1},${each}` };
  const addressOf = (query?: Record<string, string>) =>
    signGcsUrl(settings, { action: "write", key, headers, expiresAt, ...(query ? { query } : {}) });
  if (isWhole) return { partsId: null, partBytes: sizeBytes, urls: [await addressOf()], headers };
  const [partsId = ""] = valuesOf(await ask(await gcsBucket(settings), "POST", `/${key}?uploads`), "UploadId");
  const urls: string[] = [];
  for (const part of parts.keys()) urls.push(await addressOf({ partNumber: String(part + 1), uploadId: partsId }));
  return { partsId, partBytes: each, urls, headers };
}

/** Makes one file of the parts that have arrived; none are left where none has, and nothing happens where that was done before. */
export async function closeGcsUpload(settings: GcsSettings, key: string, partsId: string): Promise<void> {
  const bucket = await gcsBucket(settings);
  try {
    // All are on one page, which holds up to a thousand.
    const parts = valuesOf(await ask(bucket, "GET", byId(key, partsId)), "Part");
    const listed = parts.map((part) => `<Part><PartNumber>${valuesOf(part, "PartNumber")}</PartNumber><ETag>${valuesOf(part, "ETag")}</ETag></Part>`);
    if (listed.length === 0) await ask(bucket, "DELETE", byId(key, partsId));
    else await ask(bucket, "POST", byId(key, partsId), `<CompleteMultipartUpload>${listed.join("")}</CompleteMultipartUpload>`);
  } catch (error) {
    if (statusOf(error) !== 404) throw error;
  }
}

/** Deletes the parts of uploads that were begun before this moment and never closed. */
export async function deleteGcsParts(settings: GcsSettings, before: Date): Promise<void> {
  const bucket = await gcsBucket(settings);
  let from = "";
  for (let page = 0; page < pagesAtMost; page++) {
    const listed = await ask(bucket, "GET", `?uploads${from}`);
    for (const upload of valuesOf(listed, "Upload")) {
      const [key = "", partsId = "", initiated = ""] = ["Key", "UploadId", "Initiated"].map((tag) => valuesOf(upload, tag)[0]);
      if (Date.parse(initiated) < before.getTime()) await ask(bucket, "DELETE", byId(key, partsId));
    }
    if (valuesOf(listed, "IsTruncated")[0] !== "true") return;
    from = ["KeyMarker", "UploadIdMarker"].map((tag) => `&${markerOf[tag]}=${encodeURIComponent(valuesOf(listed, `Next${tag}`)[0] ?? "")}`).join("");
  }
}

const markerOf: Record<string, string> = { KeyMarker: "key-marker", UploadIdMarker: "upload-id-marker" };
