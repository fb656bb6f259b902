import { afterAll, beforeAll, expect, it } from "vitest";
import { passwordSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

/* An installation that was tried alone, on one machine, and is then opened to people who sign in. */

const setupToken = "a-setup-token-of-the-tests";
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/identity/passwords/passwords")),
  ...(await import("@/lib/identity/tenants/ensure-tenant")),
  ...(await import("@/lib/identity/tenants/set-up")),
  ...(await import("@/lib/identity/users/ensure-user")),
  ...(await import("@/lib/identity/users/local-owner")),
});
let boards: Awaited<ReturnType<typeof load>>;
beforeAll(async () => {
  installation = await openInstallation({
    ...passwordSettings,
    BOARDS_RATE_LIMITS: JSON.stringify({ signIn: 1000 }),
    BOARDS_SETUP_TOKEN: setupToken,
  });
  boards = await load();
});
afterAll(() => installation.close());

it("is owned by one of eight who give the setup token at once, who has what was made locally; the others leave no account behind", async () => {
  const { id } = await boards.ensureDefaultTenant();
  const local = await boards.ensureUser(id, boards.localOwner, "owner");
  expect(await boards.hasOwner(id)).toBe(false);
  expect(await boards.setupInstructions()).toContain("Nobody owns this installation yet");

  const racers = Array.from({ length: 8 }, (_, each) => ({ email: `racer-${each}@example.com`, password: "correct horse battery", setupToken }));
  const all = await Promise.allSettled(racers.map(boards.createAccount));
  const owners = all.flatMap((result) => (result.status === "fulfilled" ? result.value : []));
  expect(owners).toMatchObject([{ id: local.id, tenantRole: "owner" }]);
  for (const result of all) if (result.status === "rejected") expect(result.reason.reason).toMatch(/setup.done|auth.sign_up_closed/);
  expect(await boards.db().account.count({ where: { authProvider: "password" } })).toBe(1);
  expect(await boards.hasOwner(id)).toBe(true);
  expect(await boards.setupInstructions()).toBeNull();
});
