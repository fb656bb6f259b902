import { afterAll, beforeAll, expect, it } from "vitest";
import { passwordSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation({ ...passwordSettings });
});
afterAll(() => installation.close());

it("a password is sent by POST alone", async () => {
  const { GET } = await import("./route");
  const context = { params: Promise.resolve({ nextauth: ["callback", "password"] }) };
  const response = await GET(new Request("http://localhost/api/auth/callback/password"), context);
  expect([response.status, response.headers.get("allow")]).toEqual([405, "POST"]);
});
