import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation({
    BOARDS_AUTH_PROVIDER: "password",
    BOARDS_SESSION_SECRET: "test-session-secret-test-session-secret",
    BOARDS_MULTI_TENANT_MODE: "1",
    BOARDS_SETUP_TOKEN: "a-setup-token-of-the-tests",
  });
});
afterAll(() => installation.close());

it("a person who founded further tenants still signs in by their password", async () => {
  const { createAccount, userOfPassword } = await import("@/lib/passwords/passwords");
  const { registerTenant } = await import("@/lib/tenants/register-tenant");
  const { db } = await import("@/lib/db/client");
  const given = { email: "ada@example.com", password: "correct horse battery" };
  const { id, authProvider, authSubject } = await createAccount({ ...given, setupToken: "a-setup-token-of-the-tests" });
  for (const name of ["One", "Two"]) await registerTenant({ authProvider, authSubject, email: given.email }, { name, metadata: {} });
  // A row whose indexed column changed lies behind the others, where an unordered search comes to it last.
  await db().user.update({ where: { id }, data: { email: "ada@new.example" } });
  expect(await db().user.count({ where: { authSubject } })).toBe(3);
  expect(await userOfPassword(given)).toMatchObject({ id });
});
