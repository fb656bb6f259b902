// @vitest-environment happy-dom
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { spareWorkflow } from "@/lib/testing/access-fixture";
import { expectNoise } from "@/lib/testing/expect-noise";
import {
  type AuditFilter,
  describeError,
  useAddedModels,
  useAdministeredGenerators,
  useAuditLog,
  useDeclaredForm,
  useFindPeople,
  useGenerators,
  useInstallation,
  useJobsToReview,
  usePeople,
  useProviders,
  useRecentJobs,
  useReviewCount,
  useRevokeInvitation,
  useSpending,
  useSpendingLimits,
  useStorageLimits,
  useTenantInvitations,
  useViewer,
} from "./index.ts";
import { failureOf, openClient } from "./testing/open-client.tsx";

let client: Awaited<ReturnType<typeof openClient>>;
let member: Viewer;
beforeAll(async () => {
  client = await openClient({ COMFYUI_URL: "http://127.0.0.1:1" });
  member = await client.ledger.installation.viewer("member");
});
afterAll(() => client.close());

const codeOf = async (work: Promise<unknown>) => describeError(await failureOf(work)).code;

describe("provider keys", () => {
  it("are set, tested and removed, and never shown", async () => {
    const { show } = client;
    const hook = show(useProviders);
    const fal = () => hook.now.providers?.find(({ name }) => name === "fal");
    await hook.until(() => expect(fal()).toMatchObject({ title: "fal", keySource: "SIMULATION" }));
    expect(await hook.now.setKey({ providerName: "fal", apiKey: "id:secret" })).toMatchObject({ keySource: "SIMULATION", keyTest: null });
    await hook.until(() => expect(fal()?.keySource).not.toBeNull());
    expect(JSON.stringify(hook.now.providers)).not.toContain("secret");
    // Nobody answers for fal here. The server asks by the page's fetch, which says so on the console.
    const tested = await expectNoise(/ECONNREFUSED/, () => hook.now.testKey("fal"));
    expect(tested).toMatchObject({ state: "NOT_REACHABLE" });
    await hook.now.removeKey("fal", false);
    await hook.until(() => expect(fal()?.keySource).toBe("SIMULATION"));
  });

  it("are for admins", async () => {
    const hook = client.show(useProviders, { viewer: member });
    await hook.until(({ error }) => expect(describeError(error).code).toBe("auth.admin_required"));
    expect(hook.now).toMatchObject({ providers: undefined, isLoading: false });
  });
});

describe("generators", () => {
  it("are offered or not, and keep the rest of their setting", async () => {
    const hook = client.show(() => ({ ...useAdministeredGenerators(), listed: useGenerators().generators.map(({ name }) => name) }));
    await hook.until(({ listed }) => expect(listed).toContain("sketch"));
    const sketch = () => hook.now.generators?.find(({ name }) => name === "sketch");
    await hook.until(() => expect(sketch()).toMatchObject({ isOffered: true, own: null, shared: null }));
    const change = async (changes: Parameters<typeof hook.now.change>[1], forInstallation?: boolean) => {
      const generator = sketch();
      if (generator) await hook.now.change(generator, changes, forInstallation);
    };
    await change({ limits: { count: { maximum: 2 } } });
    await hook.until(() => expect(sketch()?.own).toMatchObject({ limits: { count: { maximum: 2 } } }));
    await change({ isOffered: false });
    await hook.until(() => expect(sketch()).toMatchObject({ isOffered: false, own: { limits: { count: { maximum: 2 } } } }));
    await hook.until(({ listed }) => expect(listed).not.toContain("sketch"));
    await change({ isOffered: null, limits: {} });
    await change({ position: 3 }, true);
    await hook.until(() => expect(sketch()).toMatchObject({ isOffered: true, shared: { position: 3 } }));
    await hook.until(({ listed }) => expect(listed).toContain("sketch"));
  });

  it("tell their inputs as declared", async () => {
    const hook = client.show(() => useDeclaredForm("sketch"));
    expect(hook.now.fields).toBeUndefined();
    await hook.until(({ fields }) => expect(fields?.map(({ name }) => name)).toContain("prompt"));
  });
});

describe("spending", () => {
  it("is told by day, person, generator and board", async () => {
    const batch = await client.ledger.ask(member, 2);
    await client.ledger.job(batch, { state: "succeeded", billedUsd: 0.05 });
    await client.ledger.end(batch.batchId, ["completed", "completed"]);
    const { settleBatch } = await import("@/lib/generations/provider-jobs/settle-batch");
    await settleBatch(batch.batchId);
    const hook = client.show(() => useSpending(7));
    await hook.until(({ spending }) => expect(spending?.usd).toBeCloseTo(0.05));
    expect(hook.now.spending).toMatchObject({ generations: 2, byPerson: [{ name: "member" }], byGenerator: [{ key: "fal-flux-2" }], byBoard: [{}] });
    expect(hook.now.spending?.byDay).toHaveLength(7);
    expect(hook.now.isSimulated).toBe(true);
    const viewer = client.show(useViewer);
    await viewer.until(({ areSimulatedRunsCharged }) => expect(areSimulatedRunsCharged).toBe(true));
  });

  it("is limited for the tenant, and credits may be required", async () => {
    const hook = client.show(useSpendingLimits);
    await hook.until(({ limits }) => expect(limits).toEqual([]));
    await hook.now.setLimit({ period: "MONTH", maxUsd: 20 });
    await hook.until(({ limits }) => expect(limits).toMatchObject([{ period: "MONTH", maxUsd: 20, userId: null }]));
    await hook.now.setLimit({ period: "MONTH" });
    await hook.until(({ limits }) => expect(limits).toEqual([]));
    await hook.now.setCreditsRequired(true);
    await hook.until(({ areCreditsRequired }) => expect(areCreditsRequired).toBe(true));
    await hook.now.setCreditsRequired(false);
  });

  it("goes by what people have: credits are added, and their files may take so much", async () => {
    const people = client.show(() => ({ ...usePeople(), storage: useStorageLimits() }));
    const found = () => people.now.people?.find(({ name }) => name === "member");
    await people.until(() => expect(found()).toMatchObject({ email: "member@example.com", storage: { usedBytes: 0, limitBytes: null } }));
    const before = found()?.balanceUsd ?? 0;
    expect(await people.now.addCredits({ userId: member.userId, usd: 5, kind: "GRANT" })).toBeCloseTo(before + 5);
    await people.until(() => expect(found()?.balanceUsd).toBeCloseTo(before + 5));
    expect(people.now.hasMore).toBe(false);
    await people.now.storage.setUserLimit(member.userId, 1_000_000);
    await people.until(() => expect(found()?.storage.limitBytes).toBe(1_000_000));
    await people.now.storage.setTenantLimit(2_000_000);
    await people.until(({ storage }) => expect(storage.tenantStorage).toEqual(expect.objectContaining({ limitBytes: 2_000_000 })));
    await people.now.storage.setTenantLimit(null);
  });
});

describe("people", () => {
  it("are found by a part of their name or address, made admins and members, and shut out and let in", async () => {
    let query = "MEMBER@exam";
    const hook = client.show(() => usePeople(query));
    const found = () => hook.now.people?.find(({ id }) => id === member.userId);
    await hook.until(({ people }) => expect(people?.map(({ name }) => name)).toEqual(["member"]));
    expect(found()).toMatchObject({ tenantRole: "MEMBER", disabledAt: null, lastSeenAt: null });
    await hook.now.setRole(member.userId, "ADMIN");
    await hook.until(() => expect(found()?.tenantRole).toBe("ADMIN"));
    await hook.now.setRole(member.userId, "MEMBER");
    await hook.now.setDisabled(member.userId, true);
    await hook.until(() => expect(found()?.disabledAt).not.toBeNull());
    await hook.now.setDisabled(member.userId, false);
    await hook.until(() => expect(found()).toMatchObject({ disabledAt: null, tenantRole: "MEMBER" }));
    expect(await codeOf(hook.now.createPasswordReset(member.userId))).toBe("auth.reset_forbidden");
    query = "nobody at all";
    hook.rerender();
    await hook.until(({ people }) => expect(people).toEqual([]));
  });

  it("are invited by their address, until the invitation is taken back", async () => {
    const hook = client.show(() => ({ ...useTenantInvitations(), revoke: useRevokeInvitation() }));
    await hook.until(({ invitations }) => expect(invitations).toEqual([]));
    const invited = await hook.now.invite("new@example.com", "MEMBER");
    expect(invited?.link).toContain("/sign-up?invitation=");
    await hook.until(({ invitations }) => expect(invitations).toMatchObject([{ email: "new@example.com", role: "member", link: invited?.link }]));
    expect(await codeOf(hook.now.invite("nothing", "MEMBER"))).toBe("input.invalid");
    await hook.now.revoke(invited?.id ?? "");
    await hook.until(({ invitations }) => expect(invitations).toEqual([]));
  });
});

it("what was done in the tenant is told with who did it, of everybody or of one person, and of one kind", async () => {
  let filter: AuditFilter = {};
  const hook = client.show(() => useAuditLog(filter));
  await hook.until(({ entries }) => expect(entries?.map(({ user }) => user?.id)).toContain(client.owner.userId));
  filter = { userId: member.userId };
  hook.rerender();
  await hook.until(({ entries }) => expect(entries?.every(({ user }) => user?.id === member.userId)).toBe(true));
  filter = { action: "setProviderKey" };
  hook.rerender();
  await hook.until(({ entries }) => expect(entries).toMatchObject([{ action: "setProviderKey", targetName: "fal", outcome: "ok", problem: null }]));
});

it("people to choose from are found by their name or address", async () => {
  let query = "";
  const hook = client.show(() => useFindPeople(query));
  await hook.until(({ people }) => expect(people.map(({ id }) => id)).toEqual(expect.arrayContaining([client.owner.userId, member.userId])));
  query = "member";
  hook.rerender();
  await hook.until(({ people, hasMore }) => expect([people.map(({ name }) => name), hasMore]).toEqual([["member"], false]));
});

describe("jobs at providers", () => {
  it("are listed page by page, and those that need a review are decided", async () => {
    const count = client.show(useReviewCount);
    const batch = await client.ledger.ask(member, 1);
    const { id } = await client.ledger.job(batch, { state: "needs_review" });
    for (let attempt = 2; attempt < 30; attempt++) await client.ledger.job(batch, { state: "refused", attempt });

    const recent = client.show(() => useRecentJobs(null));
    await recent.until(({ jobs }) => expect(jobs).toHaveLength(25));
    expect(recent.now.hasMore).toBe(true);
    await recent.now.loadMore();
    await recent.until(({ jobs }) => expect(jobs?.length).toBeGreaterThan(28));
    expect(new Set(recent.now.jobs?.map((job) => job.id)).size).toBe(recent.now.jobs?.length);

    const review = client.show(useJobsToReview);
    await review.until(({ parked }) => expect(parked).toMatchObject([{ id, providerName: "fal", personName: "member" }]));
    expect([review.now.titleOf("fal-flux-2"), review.now.titleOf("gone")]).toEqual([expect.stringContaining("FLUX"), "gone"]);
    expect([review.now.providerOf("fal").title, review.now.providerOf("gone").title]).toEqual(["fal", "gone"]);
    expect(review.now.lookedFor).toEqual([]);
    await review.now.review(id, "REFUND");
    await review.until(({ parked }) => expect(parked).toEqual([]));
    await count.until((now) => expect(now).toBe(0));
  });
});

describe("added models", () => {
  it("are added from a file, priced, offered, read again, retired and deleted", async () => {
    const hook = client.show(useAddedModels);
    await hook.until(({ models }) => expect(models).toEqual([]));
    const file = { fileName: "spare.json", workflow: spareWorkflow };
    expect(await hook.now.describeWorkflow(file.fileName, file.workflow)).toMatchObject({ provider: "comfyui", isUsable: true });
    const { id } = await hook.now.addWorkflow({ ...file, title: "Spare" });
    const state = () => hook.now.models?.[0]?.state;
    await hook.until(({ models, total }) => expect([models?.[0]?.title, total]).toEqual(["Spare", 1]));
    expect(hook.now.hasMore).toBe(false);
    await hook.now.setPrice({ id, priceUsd: 0.01, pricePer: "REQUEST" });
    await hook.until(({ models }) => expect(models?.[0]?.priceUsd).toBe(0.01));
    await hook.now.offer(id);
    await hook.until(() => expect(state()).toBe("OFFERED"));
    expect(await hook.now.refresh({ id, workflow: spareWorkflow })).toMatchObject({ changes: [] });
    await hook.now.retire(id, "Too slow");
    await hook.until(() => expect(state()).toBe("RETIRED"));
    await hook.now.remove(id);
    await hook.until(({ models }) => expect(models).toEqual([]));
  });

  it("are for members where an admin allows it; what cannot be looked up says why", async () => {
    const hook = client.show(useAddedModels);
    await hook.until(({ models }) => expect(models).toEqual([]));
    expect(await codeOf(hook.now.describe("nobody", "x", null))).toMatch(/^\w+\.\w+$/);
    expect(await codeOf(hook.now.add({ provider: "nobody", model: "x" }))).toMatch(/^\w+\.\w+$/);
    await hook.now.allowMembers(true);
    await hook.until(({ membersMayAdd }) => expect(membersMayAdd).toBe(true));
  });
});

it("the installation's own admins see its problems and seal its keys anew; others do not", async () => {
  const hook = client.show(useInstallation);
  await hook.until((now) => expect(now).toMatchObject({ isAdmin: true, ownGeneratorProblems: [] }));
  expect(await hook.now.rotateProviderKeys()).toBe(0);
  const other = client.show(useInstallation, { viewer: member });
  await other.until(() => expect(client.asked.filter((name) => name === "Installation")).toHaveLength(2));
  expect(other.now.isAdmin).toBe(false);
  expect(await codeOf(other.now.rotateProviderKeys())).toMatch(/^auth\./);
});
