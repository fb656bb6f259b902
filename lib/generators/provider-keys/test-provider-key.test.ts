import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";
import { type Simulator, startSimulator } from "@/lib/testing/simulators/simulator";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let simulator: Simulator;
/** Owns the first tenant, and so administers the installation. */
let root: Viewer;
/** Owns another tenant. */
let admin: Viewer;

const load = async () => ({
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/env")),
  ...(await import("@/lib/generators/contract/simulation")),
  ...(await import("@/lib/generators/provider-keys/set-provider-key")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  simulator = await startSimulator();
  installation = await openInstallation({ BOARDS_SIMULATOR_URL: simulator.url, BOARDS_ENCRYPTION_KEYS: "the-first-encryption-key" });
  boards = await load();
  root = await installation.viewer("root");
  admin = await installation.viewer("admin", "tenant-a");
});
afterAll(async () => {
  await installation.close();
  await simulator.stop();
});
beforeEach(() => simulator.faults.clear());

const test = async (viewer: Viewer, providerName: string) => {
  const { data, errors } = await askGraphql(
    viewer,
    `mutation { testProviderKey(providerName: "${providerName}") { state message balance balanceUnit } }`,
  );
  return (data?.testProviderKey as object | undefined) ?? errors?.[0]?.message;
};

describe("testing a key", () => {
  it("says that it works, and to whom it belongs what is left", async () => {
    expect(await test(root, "fal")).toEqual({ state: "WORKS", message: null, balance: 12.4, balanceUnit: "USD" });
    expect(await test(admin, "fal")).toEqual({ state: "WORKS", message: null, balance: null, balanceUnit: null });
    expect(await test(root, "openai")).toEqual({ state: "WORKS", message: null, balance: null, balanceUnit: null });
  });

  it("tells a provider that does not answer from a key that is refused", async () => {
    simulator.faults.add({ kind: "error-503", on: "status", host: "api.kie.ai" });
    expect(await test(root, "kie")).toMatchObject({ state: "NOT_REACHABLE", message: expect.stringMatching(/Kie/) });
  });

  it("is told in the audit log, without anything of the key", async () => {
    await test(root, "bfl");
    const entry = await boards.db().auditEntry.findFirst({ where: { action: "testProviderKey" }, orderBy: { createdAt: "desc" } });
    expect(entry).toMatchObject({ outcome: "ok" });
    expect(JSON.stringify(entry)).not.toContain("simulated-key");
  });

  it("refuses a provider that does not exist", async () => {
    expect(await test(root, "nobody")).toBe("There's no provider named nobody.");
  });

  it("counts against a limit of its own", async () => {
    Object.assign(process.env, { BOARDS_RATE_LIMITS: '{"keyTest":2}', BOARDS_LOCAL: "", BOARDS_RATE_LIMIT_STORE: "memory" });
    boards.forgetEnv();
    const answers = [await test(admin, "replicate"), await test(admin, "replicate"), await test(admin, "replicate")];
    expect(answers.slice(0, 2)).toEqual([expect.objectContaining({ state: "WORKS" }), expect.objectContaining({ state: "WORKS" })]);
    expect(answers[2]).toMatch(/Too many requests/);
  });
});
