import { createPrivateKey } from "node:crypto";

/** A distribution of CloudFront in front of a bucket, and the key whose public half it trusts. */
export interface CdnSettings {
  /** Without a slash at the end. */
  url: string;
  keyPairId: string;
  /** PEM: ECDSA P-256, or RSA 2048. */
  privateKey: string;
}

/**
 * An address that CloudFront answers until its end, for this file and this query alone (a canned policy):
 * https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/private-content-creating-signed-url-canned-policy.html
 */
export async function signCdnUrl(cdn: CdnSettings, key: string, query: Record<string, string>, expiresAt: Date): Promise<string> {
  const { getSignedUrl } = await import("@aws-sdk/cloudfront-signer");
  const { url, keyPairId, privateKey } = cdn;
  const asked = Object.entries(query).map(([name, value]) => `${name}=${encodeURIComponent(value)}`);
  return getSignedUrl({ url: `${url}/${key}?${asked.join("&")}`, keyPairId, privateKey, dateLessThan: expiresAt, algorithm: "SHA256" });
}

const curves = new WeakMap<CdnSettings, boolean>();

/** Whether the key is of an elliptic curve, by which an address is signed in a twentieth of the time that RSA takes. */
export function hasFastKey(cdn: CdnSettings): boolean {
  const known = curves.get(cdn) ?? createPrivateKey(cdn.privateKey).asymmetricKeyType === "ec";
  curves.set(cdn, known);
  return known;
}
