import { createHash, randomBytes } from "node:crypto";
import * as z from "zod";
import { assertMayEnter, withTenant } from "@/lib/identity/memberships/enter-as";
import { say } from "@/lib/messages/say";
import { type Scope, scopes, sessionViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { addWithin } from "@/lib/platform/db/add-within";
import { db, type Transaction } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";

const prefix = "boards_";
/** Nobody has more keys than this. */
export const maximumKeys = 50;
/** The last use is kept to the minute: a key in a loop must not write on every request. */
const useIntervalMs = 60_000;

const hashOf = (key: string) => createHash("sha256").update(key).digest("hex");

/** Whether this bearer token is one of our keys, and no token of an authentication provider. */
export const isApiKey = (token: string) => token.startsWith(prefix);

const newKey = z.object({
  name: z.string().trim().min(1, say("reasons.apiKey.nameMissing")).max(100, say("reasons.apiKey.nameTooLong")),
  scopes: z.array(z.enum(scopes)).min(1, say("reasons.apiKey.scopeMissing")),
  expiresAt: z.date().min(new Date(0)).nullish(),
});

/** Makes a personal key. The answer is the only place where the key itself is ever seen. */
export async function createApiKey(viewer: Viewer, input: z.input<typeof newKey>) {
  const { name, scopes: asked, expiresAt } = parseInput(newKey, input);
  if (expiresAt && expiresAt <= new Date()) throw new BoardsError("input.invalid", { message: say("reasons.apiKey.expiryPast"), field: "expiresAt" });
  const key = `${prefix}${randomBytes(30).toString("base64url")}`;
  const { userId } = viewer;
  const data = { userId, name, keyHash: hashOf(key), prefix: key.slice(0, 13), scopes: [...new Set(["read", ...asked])], expiresAt };
  const bound = {
    place: `api-keys:${userId}`,
    maximum: maximumKeys,
    count: (tx: Transaction) => tx.apiKey.count({ where: { userId, revokedAt: null } }),
    refusal: { message: say("reasons.apiKey.tooMany", { maximum: maximumKeys }), field: "name" },
  };
  return { key, apiKey: await addWithin(bound, (tx) => tx.apiKey.create({ data })) };
}

/** Ends a key of the viewer for good. */
export async function revokeApiKey(viewer: Viewer, id: string) {
  const { count } = await db().apiKey.updateMany({ where: { id, userId: viewer.userId, revokedAt: null }, data: { revokedAt: new Date() } });
  if (count === 0) throw new BoardsError("api_key.not_found", { field: "id" });
  return db().apiKey.findUniqueOrThrow({ where: { id } });
}

/** Whom a key speaks for, the key's id, and when it ends. */
export async function viewerOfApiKey(key: string): Promise<{ viewer: Viewer; apiKeyId: string; expiresAt: Date | null }> {
  const found = await db().apiKey.findUnique({ where: { keyHash: hashOf(key) }, include: { user: { include: withTenant } } });
  const now = new Date();
  if (!found || found.revokedAt || (found.expiresAt && found.expiresAt <= now)) throw new BoardsError("auth.invalid_token");
  const user = assertMayEnter(found.user);
  if (!found.lastUsedAt || now.getTime() - found.lastUsedAt.getTime() > useIntervalMs)
    await db().apiKey.update({ where: { id: found.id }, data: { lastUsedAt: now } });
  return { viewer: { ...sessionViewer(user, "api-key"), scopes: found.scopes as Scope[] }, apiKeyId: found.id, expiresAt: found.expiresAt };
}
