import { v7 as uuidv7 } from "uuid";
import { searchTextOfBoard } from "@/lib/boards/board-input";
import { indexGenerations } from "@/lib/generations/search-index/index-generations";
import { createApiKey } from "@/lib/identity/api-keys/api-keys";
import { ensureDefaultTenant, ensureTenant } from "@/lib/identity/tenants/ensure-tenant";
import { ensureUser } from "@/lib/identity/users/ensure-user";
import { tokenFor } from "@/lib/platform/caller/signed-token";
import { scopes, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { currentStorage } from "@/lib/platform/storage/current-storage";
import { artifactKey } from "@/lib/platform/storage/storage-key";
import { tokenOf } from "@/lib/testing/bearer";

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

/** A board of `owner` with viewer, editor and admin, and one of everything on it. */
export async function makeFixture(
  { tenantId, people }: Cast,
  kind: BoardKind,
  {
    hasFile = false,
    isTrashed = false,
    hasKey = hasFile,
    hasModels = hasFile,
  }: { hasFile?: boolean; isTrashed?: boolean; hasKey?: boolean; hasModels?: boolean } = {},
) {
  const id = () => uuidv7();
  const idOf = (name: string) => people[name]?.id ?? "";
  const ids = {
    boardId: id(),
    completed: id(),
    failed: id(),
    detailed: id(),
    pending: id(),
    trashed: id(),
    ofEditor: id(),
    tagId: id(),
    shareLinkId: id(),
    invitationId: id(),
    tenantInvitationId: id(),
    adminInvitationId: id(),
    apiKeyId: id(),
    sessionId: id(),
    memberId: id(),
    draftId: id(),
    offeredId: id(),
  };
  const { boardId } = ids;
  const storageKey = hasFile ? artifactKey({ tenantId, artifactType: "image", boardId, artifactId: ids.completed }) : null;
  if (storageKey) await currentStorage().write(storageKey, Buffer.from("an image"));
  const generation = (own: string, status: string, maker = "owner", more: object = {}) => ({
    id: own,
    tenantId,
    boardId,
    userId: idOf(maker),
    generatorName: "sketch",
    artifactType: "image",
    inputParams: { prompt: `fixture ${boardId}` },
    batchId: own,
    status,
    ...more,
  });
  const generations = [
    generation(ids.completed, "completed", "owner", { storageKey, mimeType: "image/png" }),
    generation(ids.failed, "failed"),
    generation(ids.detailed, "failed", "owner", toldToNoStranger(boardId)),
    generation(ids.pending, "pending"),
    generation(ids.trashed, "completed", "owner", { trashedAt: new Date() }),
    generation(ids.ofEditor, "completed", "editor", {
      inputArtifacts: [{ generation_id: ids.completed, role: "image", artifact_type: "image" }],
    }),
  ];
  const title = `board ${boardId}`;
  const tomorrow = new Date(Date.now() + 24 * 3600 * 1000);
  await db().$transaction([
    db().board.create({
      data: {
        id: boardId,
        tenantId,
        ownerId: idOf("owner"),
        title,
        searchText: searchTextOfBoard({ title }),
        isPublic: kind === "public",
        settings: { theme: "ours" },
        metadata: { client: "ours" },
        trashedAt: isTrashed ? new Date() : null,
      },
    }),
    db().boardMember.createMany({
      data: [
        { boardId, userId: idOf("viewer"), role: "viewer" },
        { boardId, userId: idOf("editor"), role: "editor" },
        { boardId, userId: idOf("boardAdmin"), role: "admin" },
      ],
    }),
    db().generation.createMany({ data: generations }),
    db().tag.create({ data: { id: ids.tagId, tenantId, name: title, slug: ids.tagId, createdById: idOf("owner") } }),
    db().generationTag.createMany({ data: [ids.failed, ids.detailed].map((generationId) => ({ generationId, tagId: ids.tagId })) }),
    db().shareLink.create({
      data: { id: ids.shareLinkId, tenantId, boardId, createdById: idOf("owner"), revokedAt: kind === "shared" ? null : new Date() },
    }),
    db().invitation.create({
      data: {
        id: ids.invitationId,
        tenantId,
        boardId,
        email: `${boardId}@example.com`,
        role: "editor",
        invitedBy: idOf("owner"),
        expiresAt: tomorrow,
      },
    }),
    ...(hasFile
      ? [
          db().invitation.createMany({
            data: [
              { id: ids.tenantInvitationId, role: "member" },
              { id: ids.adminInvitationId, role: "admin" },
            ].map((each) => ({ ...each, tenantId, email: `${each.id}@example.com`, expiresAt: tomorrow })),
          }),
        ]
      : []),
    ...(hasModels
      ? [
          db().addedModel.create({ data: spareModel(ids.draftId, { tenantId, addedById: idOf("owner"), state: "draft" }) }),
          db().addedModel.create({ data: spareModel(ids.offeredId, { tenantId, addedById: idOf("owner"), state: "offered" }) }),
        ]
      : []),
    ...(hasKey ? [db().apiKey.create({ data: spareKey(ids.apiKeyId, idOf("owner")) })] : []),
    db().userSession.create({ data: { id: ids.sessionId, accountId: people.owner?.accountId ?? "", userId: idOf("owner"), expiresAt: tomorrow } }),
  ]);
  await indexGenerations(db(), generations);
  return {
    ...ids,
    tenantId,
    idOf,
    title,
    storageKey,
    shareToken: tokenFor("share", ids.shareLinkId),
    invitationToken: tokenFor("invitation", ids.invitationId),
  };
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

export type Fixture = Awaited<ReturnType<typeof makeFixture>>;

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

const spareKey = (id: string, userId: string) => ({ id, userId, name: "spare", keyHash: id, prefix: "spare", scopes: ["read"] });
