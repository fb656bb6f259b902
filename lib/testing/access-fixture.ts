import { v7 as uuidv7 } from "uuid";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { createApiKey } from "@/lib/identity/api-keys/api-keys";
import { ensureDefaultTenant, ensureTenant } from "@/lib/identity/tenants/ensure-tenant";
import { ensureUser } from "@/lib/identity/users/ensure-user";
import { tokenFor } from "@/lib/platform/caller/signed-token";
import { scopes, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { artifactKey } from "@/lib/platform/storage/artifact-key";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { tokenOf } from "@/lib/testing/bearer";
import { apiKeyRow } from "@/lib/testing/seed/api-key";
import { boardRow } from "@/lib/testing/seed/board";
import { type GenerationColumns, generationRow } from "@/lib/testing/seed/generation";

/** Everybody who may ask. The keys but the admin's two are the board owner's. */
export const actors = [
  "anonymous",
  "otherTenant",
  "stranger",
  "viewer",
  "editor",
  "boardAdmin",
  "owner",
  "tenantAdmin",
  "tenantOwner",
  "keyRead",
  "keyGenerate",
  "keyWrite",
  "adminKey",
  "adminKeyWithoutAdmin",
] as const;
export type Actor = (typeof actors)[number];

/** The boards that they try it on. A share link opens its own board and no other. */
export const boardKinds = ["private", "public", "shared"] as const;
export type BoardKind = (typeof boardKinds)[number];

/** All actors, with the bearer token of each and the users they are. */
export async function makeActors() {
  const tenant = await ensureDefaultTenant();
  const other = await ensureTenant("other", "Other");
  const user = async (name: string, tenantId = tenant.id, role: "member" | "owner" = "member") => {
    const profile = { email: `${name.toLowerCase()}@example.com`, displayName: name, avatarUrl: `https://example.com/${name}.png` };
    return ensureUser(tenantId, { authProvider: "jwt", authSubject: name, ...profile, isEmailVerified: true }, role);
  };
  const tenantOwner = await user("tenantOwner", tenant.id, "owner");
  const names = ["stranger", "viewer", "editor", "boardAdmin", "owner", "tenantAdmin", "newcomer", "bystander", "shutOut", "otherAdmin"] as const;
  const users = Object.fromEntries(await Promise.all(names.map(async (name) => [name, await user(name)])));
  for (const { id } of [users.tenantAdmin, users.otherAdmin]) await db().user.update({ where: { id }, data: { tenantRole: "admin" } });
  await db().user.update({ where: { id: users.shutOut.id }, data: { disabledAt: new Date() } });
  const otherTenant = await user("otherTenant", other.id, "owner");
  const people: Record<string, { id: string; tenantId: string; accountId: string }> = { ...users, tenantOwner, otherTenant };

  const key = async (name: string, given: Viewer["scopes"]) => {
    const viewer = {
      accountId: people[name]?.accountId ?? "",
      userId: people[name]?.id ?? "",
      tenantId: tenant.id,
      tenantRole: "member",
      scopes,
      via: "session",
    } as const;
    return (await createApiKey(viewer, { name: `${name} ${given.join()}`, scopes: [...given] })).key;
  };
  const tokens: Record<Actor, string | undefined> = {
    anonymous: undefined,
    otherTenant: await tokenOf("otherTenant", { tenant: "other" }),
    stranger: await tokenOf("stranger", { tenant: tenant.slug }),
    viewer: await tokenOf("viewer", { tenant: tenant.slug }),
    editor: await tokenOf("editor", { tenant: tenant.slug }),
    boardAdmin: await tokenOf("boardAdmin", { tenant: tenant.slug }),
    owner: await tokenOf("owner", { tenant: tenant.slug }),
    tenantAdmin: await tokenOf("tenantAdmin", { tenant: tenant.slug }),
    tenantOwner: await tokenOf("tenantOwner", { tenant: tenant.slug }),
    keyRead: await key("owner", ["read"]),
    keyGenerate: await key("owner", ["generate"]),
    keyWrite: await key("owner", ["write"]),
    adminKey: await key("tenantAdmin", scopes),
    adminKeyWithoutAdmin: await key("tenantAdmin", ["read", "generate", "write"]),
  };
  return { tenantId: tenant.id, people, tokens };
}

export type Cast = Awaited<ReturnType<typeof makeActors>>;

/** How a board of the fixture differs from the usual one. */
export interface FixtureNeeds {
  hasFile?: boolean;
  isTrashed?: boolean;
  /** Default, as of `hasModels` and `hasJob`: as `hasFile`. */
  hasKey?: boolean;
  hasModels?: boolean;
  hasJob?: boolean;
}

/** A board of `owner` with viewer, editor and admin, and one of everything on it. */
export async function makeFixture(cast: Cast, kind: BoardKind, needs: FixtureNeeds = {}): Promise<Fixture> {
  const [fixture] = await makeFixtures(cast, [kind], needs);
  if (!fixture) throw new Error("no fixture was made");
  return fixture;
}

/** So many of these boards, in a few statements for all of them. */
export async function makeFixtures(cast: Cast, kinds: BoardKind[], needs: FixtureNeeds = {}) {
  const { tenantId, people } = cast;
  const { hasFile = false, isTrashed = false, hasKey = hasFile, hasModels = hasFile, hasJob = hasFile } = needs;
  const idOf = (name: string) => people[name]?.id ?? "";
  const tomorrow = new Date(Date.now() + 24 * 3600 * 1000);
  // Once for each: a key is never the same twice.
  const keyOf = (boardId: string, artifactId: string) => (hasFile ? artifactKey({ tenantId, artifactType: "image", boardId, artifactId }) : null);
  const made = kinds.map((kind) => {
    const ids = newIds();
    return { kind, ...ids, storageKey: keyOf(ids.boardId, ids.completed) };
  });
  const titleOf = (boardId: string) => `board ${boardId}`;
  for (const { storageKey } of made) if (storageKey) await currentStorage().write(storageKey, Buffer.from("an image"));
  const generations = made.flatMap(({ storageKey, ...ids }) => generationsOf(ids, { tenantId, idOf, storageKey }));
  await db().$transaction([
    db().board.createMany({
      data: made.map(({ boardId, kind, completed }) => {
        const state = { isPublic: kind === "public", trashedAt: isTrashed ? new Date() : null };
        const facts = { title: titleOf(boardId), settings: { theme: "ours", views: [{ name: "Ours", filter: "" }] }, metadata: { client: "ours" } };
        return boardRow({ id: boardId, tenantId, ownerId: idOf("owner"), coverGenerationId: completed, ...facts, ...state });
      }),
    }),
    db().boardMember.createMany({
      data: made.flatMap(({ boardId }) => [
        { boardId, userId: idOf("viewer"), role: "viewer" },
        { boardId, userId: idOf("editor"), role: "editor" },
        { boardId, userId: idOf("boardAdmin"), role: "admin" },
      ]),
    }),
    db().generation.createMany({ data: generations }),
    db().tag.createMany({
      data: made.map(({ boardId, tagId }) => ({ id: tagId, tenantId, name: titleOf(boardId), slug: tagId, createdById: idOf("owner") })),
    }),
    db().generationTag.createMany({
      data: made.flatMap(({ failed, detailed, tagId }) => [failed, detailed].map((generationId) => ({ generationId, tagId }))),
    }),
    db().shareLink.createMany({
      data: made.map(({ boardId, shareLinkId, kind }) => ({
        id: shareLinkId,
        tenantId,
        boardId,
        createdById: idOf("owner"),
        revokedAt: kind === "shared" ? null : new Date(),
      })),
    }),
    db().invitation.createMany({
      data: made.flatMap(({ boardId, invitationId, tenantInvitationId, adminInvitationId }) => [
        { id: invitationId, tenantId, boardId, email: `${boardId}@example.com`, role: "editor", invitedBy: idOf("owner"), expiresAt: tomorrow },
        ...(hasFile
          ? [
              { id: tenantInvitationId, role: "member" },
              { id: adminInvitationId, role: "admin" },
            ].map((each) => ({ ...each, tenantId, email: `${each.id}@example.com`, expiresAt: tomorrow }))
          : []),
      ]),
    }),
    ...(hasModels
      ? made.flatMap(({ draftId, offeredId }) => [
          db().addedModel.create({ data: spareModel(draftId, { tenantId, addedById: idOf("owner"), state: "draft" }) }),
          db().addedModel.create({ data: spareModel(offeredId, { tenantId, addedById: idOf("owner"), state: "offered" }) }),
        ])
      : []),
    ...(hasJob ? [db().bulkJob.createMany({ data: made.map(({ bulkJobId }) => spareJob(bulkJobId, { tenantId, userId: idOf("owner") })) })] : []),
    ...(hasKey ? [db().apiKey.createMany({ data: made.map(({ apiKeyId }) => apiKeyRow(idOf("owner"), { id: apiKeyId })) })] : []),
    db().userSession.createMany({
      data: made.map(({ sessionId }) => ({
        id: sessionId,
        accountId: people.owner?.accountId ?? "",
        userId: idOf("owner"),
        expiresAt: tomorrow,
      })),
    }),
  ]);
  await indexGenerations(db(), generations);
  return made.map(({ kind: _kind, ...ids }) => ({
    ...ids,
    tenantId,
    idOf,
    title: titleOf(ids.boardId),
    shareToken: tokenFor("share", ids.shareLinkId),
    invitationToken: tokenFor("invitation", ids.invitationId),
  }));
}

export type Fixture = Awaited<ReturnType<typeof makeFixtures>>[number];

const newIds = () => ({
  boardId: uuidv7(),
  completed: uuidv7(),
  failed: uuidv7(),
  detailed: uuidv7(),
  pending: uuidv7(),
  trashed: uuidv7(),
  ofEditor: uuidv7(),
  tagId: uuidv7(),
  shareLinkId: uuidv7(),
  invitationId: uuidv7(),
  tenantInvitationId: uuidv7(),
  adminInvitationId: uuidv7(),
  apiKeyId: uuidv7(),
  sessionId: uuidv7(),
  bulkJobId: uuidv7(),
  memberId: uuidv7(),
  draftId: uuidv7(),
  offeredId: uuidv7(),
});

/** One generation of every kind, on a board. */
function generationsOf(
  ids: ReturnType<typeof newIds>,
  { tenantId, idOf, storageKey }: { tenantId: string; idOf: (name: string) => string; storageKey: string | null },
) {
  const { boardId } = ids;
  const inputParams = { prompt: `fixture ${boardId}` };
  const generation = (id: string, status: string, maker = "owner", more: GenerationColumns = {}) =>
    generationRow({ tenantId, userId: idOf(maker), boardId }, { id, inputParams, status, ...more });
  return [
    generation(ids.completed, "completed", "owner", { storageKey, mimeType: "image/png", startedAt: new Date(0), completedAt: new Date(4000) }),
    generation(ids.failed, "failed"),
    generation(ids.detailed, "failed", "owner", toldToNoStranger(boardId)),
    generation(ids.pending, "pending"),
    generation(ids.trashed, "completed", "owner", { trashedAt: new Date() }),
    generation(ids.ofEditor, "completed", "editor", {
      inputArtifacts: [{ generation_id: ids.completed, role: "image", artifact_type: "image" }],
    }),
  ];
}

/** A ComfyUI workflow with a prompt and one image, and nothing else that it needs. */
export const spareWorkflow = JSON.stringify({
  3: { class_type: "KSampler", inputs: { seed: 1, steps: 20, cfg: 7, positive: ["6", 0] } },
  6: { class_type: "CLIPTextEncode", inputs: { text: "" } },
  9: { class_type: "SaveImage", inputs: { images: ["3", 0] } },
});

/** An added model of `spareWorkflow`, whose file is called as its id. */
function spareModel(id: string, own: { tenantId: string; addedById: string; state: string }) {
  const version = { version: 1, source: { fileName: id, workflow: spareWorkflow }, fingerprint: id, addedById: own.addedById };
  const facts = { providerName: "comfyui", modelId: id, title: "Spare", description: "", priceUsd: 0, pricePer: "request" };
  return { id, name: `comfyui-${id}`, ...facts, ...own, versions: { create: version } };
}

/** A fingerprint of everything on a board: a refused write must leave it as it was. */
export async function fingerprint(boardId: string): Promise<string> {
  const [row] = await db().$queryRaw<{ print: string }[]>`
    SELECT md5(concat(
      (SELECT string_agg(b::text, '|') FROM boards.boards AS b WHERE b.id = ${boardId}::uuid),
      (SELECT string_agg(m::text, '|' ORDER BY m.id) FROM boards.board_members AS m WHERE m.board_id = ${boardId}::uuid),
      (SELECT string_agg(g::text, '|' ORDER BY g.id) FROM boards.generations AS g WHERE g.board_id = ${boardId}::uuid),
      (SELECT string_agg(s::text, '|' ORDER BY s.id) FROM boards.share_links AS s WHERE s.board_id = ${boardId}::uuid),
      (SELECT string_agg(i::text, '|' ORDER BY i.id) FROM boards.invitations AS i WHERE i.board_id = ${boardId}::uuid),
      (SELECT string_agg(t::text, '|' ORDER BY t.id) FROM boards.generation_tags AS t JOIN boards.generations AS g ON g.id = t.generation_id WHERE g.board_id = ${boardId}::uuid)
    )) AS print`;
  return row?.print ?? "";
}

/** What is true of a generation and no business of strangers. */
const toldToNoStranger = (boardId: string) => ({
  inputParams: { prompt: `fixture ${boardId}`, source_url: "http://10.0.0.8:8188/view?token=ours" },
  outputMetadata: { node: "10.0.0.8" },
  additionalFiles: [{ url: "http://10.0.0.8:8188/view", type: "image" }],
  externalJobId: "job-at-ours",
  madeByGenerator: "another",
  costUsd: 0.25,
  estimatedCostUsd: 0.5,
  progressMessage: "On 10.0.0.8",
  errorMessage: "The server could not make this: 10.0.0.8",
  errorCode: "provider.failed",
  errorRaw: "connect ECONNREFUSED 10.0.0.8:8188",
  phase: "needs_review",
});

const spareJob = (id: string, whose: { tenantId: string; userId: string }) => ({ ...whose, id, kind: "export", arguments: {}, state: "failed" });
