import { db } from "@/lib/platform/db/client";
import { asInstallation } from "@/lib/platform/db/tenant-scope";
import { withTenant } from "./enter-as";

/** The tenants of an account that have not disabled it, by name, with who it is in each. */
export function membershipsOf(accountId: string, take: number) {
  return asInstallation(() =>
    db().user.findMany({
      where: { accountId, disabledAt: null },
      include: withTenant,
      orderBy: [{ tenant: { name: "asc" } }, { id: "asc" }],
      take,
    }),
  );
}

/** A user with their tenant. */
export type Membership = Awaited<ReturnType<typeof membershipsOf>>[number];
