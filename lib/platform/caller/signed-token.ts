import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/platform/env";
import { isUuid } from "@/lib/platform/uuid";

const macBytes = 18;

/** What tokens are for; one for one purpose opens nothing else. */
export const tokenPurposes = ["share", "invitation", "upload", "setup", "device", "passwordReset"] as const;
/** One of these purposes. */
export type TokenPurpose = (typeof tokenPurposes)[number];

function macOf(purpose: TokenPurpose, content: string): Buffer {
  return createHmac("sha256", env().storageSigningKey ?? "")
    .update(`${purpose}:${content}`)
    .digest()
    .subarray(0, macBytes);
}

/** A token for the row of this id. It can be made again at any time, so nothing secret is stored. */
export function tokenFor(purpose: TokenPurpose, id: string): string {
  return `${Buffer.from(id.replaceAll("-", ""), "hex").toString("base64url")}${macOf(purpose, id).toString("base64url")}`;
}

/** The id of the row that a token is for; null when it is not one of ours. */
export function idInToken(purpose: TokenPurpose, token: string): string | null {
  const hex = Buffer.from(token.slice(0, 22), "base64url").toString("hex");
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
  const given = Buffer.from(token.slice(22), "base64url");
  return isUuid(id) && given.length === macBytes && timingSafeEqual(given, macOf(purpose, id)) ? id : null;
}

/** A token that holds its content itself, readable and signed, until `expiresAt`. */
export function sealToken(purpose: TokenPurpose, content: Record<string, unknown>, expiresAt: Date): string {
  const body = Buffer.from(JSON.stringify({ ...content, exp: expiresAt.getTime() })).toString("base64url");
  return `${body}.${macOf(purpose, body).toString("base64url")}`;
}

/** The content of a sealed token; null when it is not ours or its time is over. */
export function openToken(purpose: TokenPurpose, token: string): Record<string, unknown> | null {
  const [body = ""] = token.split(".");
  // Compared as it is written: one token has one spelling.
  const [given, own] = [Buffer.from(token), Buffer.from(`${body}.${macOf(purpose, body).toString("base64url")}`)];
  if (given.length !== own.length || !timingSafeEqual(given, own)) return null;
  const content = JSON.parse(Buffer.from(body, "base64url").toString()) as { exp: number };
  return content.exp > Date.now() ? content : null;
}
