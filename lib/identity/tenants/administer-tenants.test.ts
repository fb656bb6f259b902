import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.close());

it("the tenant that the installation begins with keeps its slug, and so its admins; others may change theirs", async () => {
  const { createTenant, deleteTenant, updateTenant } = await import("@/lib/identity/tenants/administer-tenants");
  const { db } = await import("@/lib/platform/db/client");
  const { ensureDefaultTenant } = await import("@/lib/identity/tenants/ensure-tenant");
  const first = await ensureDefaultTenant();
  await expect(updateTenant(first.id, { name: "New", slug: "new" })).rejects.toMatchObject({ reason: "tenant.is_default", field: "slug" });
  expect(await ensureDefaultTenant()).toMatchObject({ id: first.id, slug: first.slug });
  expect(await updateTenant(first.id, { name: "New", slug: first.slug })).toMatchObject({ name: "New" });
  const { tenant } = await createTenant(await installation.viewer("root"), { name: "Other", slug: "other", settings: {} });
  const inside = await db().user.findMany({ where: { tenantId: tenant.id }, include: { account: true } });
  expect(inside).toMatchObject([{ account: { authSubject: "root" }, tenantRole: "owner" }]);
  expect(await updateTenant(tenant.id, { slug: "another" })).toMatchObject({ slug: "another" });
  await expect(deleteTenant(first.id)).rejects.toMatchObject({ reason: "tenant.is_default" });
});
