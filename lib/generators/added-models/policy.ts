import { ensureDefaultTenant } from "@/lib/identity/tenants/ensure-tenant";
import { installationAdmin } from "@/lib/identity/tenants/installation-admin";
import { say } from "@/lib/messages/say";
import { isTenantAdmin, requireTenantAdmin, requireViewer, type Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import type { Prisma } from "@/prisma/generated/client";
import { modelsOf } from "./find-generators";
import { type ModelSource, sourceOf } from "./model-source";

type Model = Prisma.AddedModelGetPayload<object>;

/** Whether every member of a tenant may add models, or its admins alone. */
export async function membersMayAddModels(tenantId: string): Promise<boolean> {
  const { settings } = await db().tenant.findUniqueOrThrow({ where: { id: tenantId }, select: { settings: true } });
  return (settings as { membersMayAddModels?: boolean }).membersMayAddModels === true;
}

/** Lets every member of the tenant add models, or its admins alone. */
export async function setMembersMayAddModels(viewer: Viewer | null, isAllowed: boolean): Promise<boolean> {
  const { tenantId } = requireTenantAdmin(viewer);
  const added = JSON.stringify({ membersMayAddModels: isAllowed });
  // In one statement, so that no other setting that changes at the same moment is lost.
  await db().$executeRaw`UPDATE boards.tenants SET settings = settings || ${added}::jsonb, updated_at = now() WHERE id = ${tenantId}::uuid`;
  return isAllowed;
}

/** Whether the viewer may add models. */
export async function mayAddModels(viewer: Viewer | null): Promise<boolean> {
  if (!viewer?.scopes.includes("write")) return false;
  const { tenantId } = viewer;
  return isTenantAdmin(viewer) || membersMayAddModels(tenantId);
}

/** Insists that the viewer may add models. Answers them, and the tenant that a model of theirs is for: null for all. */
export async function modelAdder(viewer: Viewer | null, forInstallation = false): Promise<{ adder: Viewer; tenantId: string | null }> {
  if (forInstallation) return { adder: await installationAdmin(viewer), tenantId: null };
  const adder = requireViewer(viewer);
  if (!(await mayAddModels(adder))) throw new BoardsError("added_model.forbidden", { message: say("reasons.model.adminOnly") });
  return { adder, tenantId: adder.tenantId };
}

/** As `modelAdder`, for a workflow: an admin, whatever else members may add, since it does on the server what it says. */
export async function workflowAdder(viewer: Viewer | null, forInstallation = false) {
  requireTenantAdmin(viewer);
  return modelAdder(viewer, forInstallation);
}

/** What the viewer may do with models, of their tenant and of the installation. */
export interface ModelRights {
  viewer: Viewer;
  isAdmin: boolean;
  isInstallationAdmin: boolean;
  mayAdd: boolean;
}

/** Looks up the viewer's rights, once for a list. */
export async function modelRights(someone: Viewer | null): Promise<ModelRights> {
  const viewer = requireViewer(someone, "read");
  const isAdmin = isTenantAdmin(viewer);
  const isInstallationAdmin = isAdmin && viewer.tenantId === (await asInstallation(ensureDefaultTenant)).id;
  return { viewer, isAdmin, isInstallationAdmin, mayAdd: await mayAddModels(viewer) };
}

/** The models that the viewer may look at: all of the tenant for its admins, their own for others; drafts of the installation for its admins. */
export function modelsVisibleTo({ viewer, isAdmin, isInstallationAdmin }: ModelRights): Prisma.AddedModelWhereInput {
  const { tenantId, userId } = viewer;
  if (!isAdmin) return { tenantId, addedById: userId };
  return isInstallationAdmin ? modelsOf(tenantId) : { OR: [{ tenantId }, { tenantId: null, state: { not: "draft" } }] };
}

/** Whether the viewer may refresh or delete a model: its tenant's admins, and of a draft whoever added it. */
export const mayEdit = (rights: ModelRights, { tenantId, state, addedById }: Model) =>
  mayOffer(rights, { tenantId }) || (rights.mayAdd && tenantId !== null && state === "draft" && addedById === rights.viewer.userId);

/** Whether the viewer may say who else uses a model. */
export const mayOffer = ({ isAdmin, isInstallationAdmin }: ModelRights, { tenantId }: Pick<Model, "tenantId">) =>
  tenantId === null ? isInstallationAdmin : isAdmin;

/** A model that the viewer may change as `may` says. Throws `added_model.not_found` for what is not theirs to see. */
export async function changeableModel(viewer: Viewer | null, id: string, may: typeof mayEdit): Promise<Model> {
  const rights = await modelRights(viewer);
  requireViewer(viewer);
  const model = await db().addedModel.findFirst({ where: { id, AND: modelsVisibleTo(rights) } });
  if (!model) throw new BoardsError("added_model.not_found", { field: "id" });
  if (!may(rights, model)) throw new BoardsError("added_model.forbidden", { field: "id" });
  return model;
}

/** What the newest version of a model keeps. */
export async function currentSource({ id, version }: Model): Promise<ModelSource> {
  return sourceOf(await db().addedModelVersion.findUniqueOrThrow({ where: { addedModelId_version: { addedModelId: id, version } } }));
}

/** Does `work` where rows of this model's tenant can be written: those of the installation in no tenant's scope. */
export const withinReach = <T>({ tenantId }: Pick<Model, "tenantId">, work: () => Promise<T>): Promise<T> =>
  tenantId === null ? asInstallation(work) : work();
