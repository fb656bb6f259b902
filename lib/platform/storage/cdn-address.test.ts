import { generateKeyPairSync, verify } from "node:crypto";
import { describe, expect, it } from "vitest";
import { parseEnv } from "@/lib/platform/env";
import { openStorage } from "@/lib/platform/storage/open-storage";
import { readStorageYaml } from "@/lib/platform/storage/read-storage-yaml";
import { definitionsOf, originsOf } from "@/lib/platform/storage/storage-definition";

const pem = { type: "pkcs8", format: "pem" } as const;
const keys = {
  ec: generateKeyPairSync("ec", { namedCurve: "P-256", privateKeyEncoding: pem, publicKeyEncoding: { type: "spki", format: "pem" } }),
  rsa: generateKeyPairSync("rsa", { modulusLength: 2048, privateKeyEncoding: pem, publicKeyEncoding: { type: "spki", format: "pem" } }),
};
const distribution = "https://d111111abcdef8.cloudfront.net";
const settingsWith = (privateKey: string, others: Record<string, string> = {}) =>
  parseEnv({
    DATABASE_URL: "postgresql://localhost/boards",
    BOARDS_LOCAL: "1",
    BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32),
    BOARDS_STORAGE_DEFAULT_PROVIDER: "s3",
    BOARDS_STORAGE_S3_BUCKET: "media",
    BOARDS_STORAGE_S3_REGION: "eu-central-1",
    BOARDS_AWS_ACCESS_KEY_ID: "key",
    BOARDS_AWS_SECRET_ACCESS_KEY: "secret",
    BOARDS_STORAGE_PUBLIC_URL: `${distribution}/`,
    BOARDS_STORAGE_CLOUDFRONT_KEY_PAIR_ID: "K2JCJMDEHXQW5F",
    BOARDS_STORAGE_CLOUDFRONT_PRIVATE_KEY: privateKey,
    ...others,
  });
const definitionWith = (privateKey: string) => {
  const { s3 } = definitionsOf(settingsWith(privateKey));
  if (!s3) throw new Error("no s3");
  return s3;
};
const key = "tenant/image/board/artifact/original";
const expiresAt = new Date(Date.UTC(2026, 10, 27, 22));
const served = { expiresAt, contentType: "image/png", contentDisposition: `inline; filename="a (1).png"`, isShared: false };

/** Whether an address is signed as CloudFront's documentation says: the canned policy over all that stands before the signature's own parameters. */
function isSigned(address: string, publicKey: string): boolean {
  const [, resource = "", expires = "", id = "", signature = "", hash = ""] =
    /^(.*)[?&]Expires=(\d+)&Key-Pair-Id=(\w+)&Signature=([^&]+)&Hash-Algorithm=(\w+)$/.exec(address) ?? [];
  expect([Number(expires), id, hash]).toEqual([expiresAt.getTime() / 1000, "K2JCJMDEHXQW5F", "SHA256"]);
  const policy = `{"Statement":[{"Resource":"${resource}","Condition":{"DateLessThan":{"AWS:EpochTime":${expires}}}}]}`;
  const bytes = Buffer.from(
    decodeURIComponent(signature).replace(/[-_~]/g, (each) => ({ "-": "+", _: "=", "~": "/" })[each] ?? ""),
    "base64",
  );
  return verify("sha256", Buffer.from(policy), publicKey, bytes);
}

describe.each(["ec", "rsa"] as const)("CloudFront, by a key of %s", (kind) => {
  it("answers files by addresses that its public key verifies, and that open nothing else", async () => {
    const address = (await openStorage(definitionWith(keys[kind].privateKey)).addressOf(key, served)) ?? "";
    expect(address.startsWith(`${distribution}/${key}?response-content-type=image%2Fpng&`)).toBe(true);
    expect(new URL(address).searchParams.get("response-content-disposition")).toBe(served.contentDisposition);
    // What CloudFront knows a file by is the same whenever it is signed.
    expect(new URL(address).searchParams.get("response-cache-control")).toBe("public, max-age=3600, s-maxage=86400, immutable");
    expect([...new URL(address).searchParams.keys()].filter((name) => name.startsWith("response-"))).toHaveLength(3);
    expect(isSigned(address, keys[kind].publicKey)).toBe(true);
    for (const [from, to] of [
      ["artifact", "another"],
      ["image%2Fpng", "text%2Fhtml"],
    ] as const)
      expect(isSigned(address.replace(from, to), keys[kind].publicKey)).toBe(false);
  });

  it("is named wherever files are listed if signing takes next to nothing", () => {
    expect(openStorage(definitionWith(keys[kind].privateKey)).signsForLittle(key)).toBe(kind === "ec");
  });
});

it("takes no uploads: they go to the bucket, and pages may talk to both", async () => {
  const definition = definitionWith(keys.ec.privateKey);
  const place = await openStorage(definition).openUpload("uploads/a/original", { sizeBytes: 5, expiresAt: new Date(Date.now() + 60_000) });
  expect(place?.urls[0]).toMatch(/^https:\/\/media\.s3\.eu-central-1\.amazonaws\.com\/uploads\/a\/original\?/);
  expect(originsOf(definition)).toEqual(["https://media.s3.eu-central-1.amazonaws.com", distribution]);
});

it("takes a key in one line, and says what is missing or is no key", () => {
  expect(definitionWith(keys.ec.privateKey.replaceAll("\n", "\\n"))).toMatchObject({ cdn: { url: distribution, privateKey: keys.ec.privateKey } });
  expect(() => settingsWith("nonsense")).toThrow("BOARDS_STORAGE_CLOUDFRONT_PRIVATE_KEY: must be an ECDSA P-256 or RSA 2048 private key in PEM");
  expect(() => settingsWith(keys.ec.privateKey, { BOARDS_STORAGE_PUBLIC_URL: "" })).toThrow(/BOARDS_STORAGE_PUBLIC_URL belong together/);
});

it("stands before a storage of storage.yaml, too", () => {
  const yaml = (more: string) => `
providers:
  films:
    type: s3
    config: { bucket: films, cloudfront_domain: d1.cloudfront.net${more} }`;
  expect(() => readStorageYaml(yaml(""), {})).toThrow("cloudfront_domain, cloudfront_key_pair_id and cloudfront_private_key belong together");
  const { storages } = readStorageYaml(yaml(`, cloudfront_key_pair_id: K1, cloudfront_private_key: '\${KEY}'`), { KEY: keys.ec.privateKey });
  expect(storages.films).toMatchObject({ cdn: { url: "https://d1.cloudfront.net", keyPairId: "K1", privateKey: keys.ec.privateKey } });
});
