import * as z from "zod";
import { requireAdminMaker } from "@/lib/identity/access/make-admins";
import { say } from "@/lib/messages/say";
import type { TenantRole, Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { BoardsError } from "@/lib/platform/errors";
import { parseInput } from "@/lib/platform/parse-input";

const profile = z.object({
  displayName: z.string().trim().max(255, say("reasons.user.nameTooLong")).nullish(),
  avatarUrl: z.union([z.literal(""), z.url({ protocol: /^https$/, error: say("reasons.user.avatar") }).max(2000)]).nullish(),
});

/** Changes the viewer's own profile. Absent or null leaves a field as it is; empty gives it back to the authentication provider. */
export async function updateProfile(viewer: Viewer, input: z.input<typeof profile>) {
  const changes = parseInput(profile, input);
  return db().$transaction(async (tx) => {
    // Locked, so that two who change different fields at once both have their way.
    const [known] = await tx.$queryRaw<{ own: string[] }[]>`
      SELECT own_profile_fields AS own FROM boards.users WHERE id = ${viewer.userId}::uuid FOR NO KEY UPDATE`;
    const own = new Set(known?.own);
    const data: Record<string, string | null> = {};
    for (const field of ["displayName", "avatarUrl"] as const) {
      const value = changes[field];
      if (value == null) continue;
      data[field] = value || null;
      if (value) own.add(field);
      else own.delete(field);
    }
    return tx.user.update({ where: { id: viewer.userId }, data: { ...data, ownProfileFields: [...own] } });
  });
}

/** Shuts someone of the tenant out, or lets them in again. Their sessions that stand in it end. An admin only by whoever makes admins. */
export async function setDisabled(admin: Viewer, userId: string, isDisabled: boolean) {
  const user = await findOther(admin, userId);
  if (user.tenantRole === "admin") requireAdminMaker(admin, null);
  // Sessions are the installation's.
  return asInstallation(async () => {
    const [changed] = await db().$transaction([
      db().user.update({ where: { id: user.id }, data: { disabledAt: isDisabled ? new Date() : null } }),
      ...(isDisabled ? [db().userSession.deleteMany({ where: { userId: user.id } })] : []),
    ]);
    return changed;
  });
}

/** Makes someone of the tenant a member or an admin; only the owner makes and unmakes admins. */
export async function setTenantRole(admin: Viewer, userId: string, role: Exclude<TenantRole, "owner">) {
  requireAdminMaker(admin, null);
  const user = await findOther(admin, userId);
  return db().user.update({ where: { id: user.id }, data: { tenantRole: role } });
}

async function findOther(admin: Viewer, userId: string) {
  const user = await db().user.findFirst({ where: { id: userId, tenantId: admin.tenantId } });
  if (!user) throw new BoardsError("user.not_found", { field: "userId" });
  if (user.tenantRole === "owner" || user.id === admin.userId) throw new BoardsError("user.is_owner", { field: "userId" });
  return user;
}
