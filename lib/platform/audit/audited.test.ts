import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { jwtSettings } from "@/lib/testing/bearer";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("@/lib/platform/audit/audited")),
  ...(await import("@/lib/platform/caller/request-context")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/platform/errors")),
});
let boards: Awaited<ReturnType<typeof load>>;
let ada: Viewer;
let bob: Viewer;

beforeAll(async () => {
  installation = await openInstallation({ ...jwtSettings, BOARDS_RATE_LIMITS: JSON.stringify({ request: 3 }) });
  boards = await load();
  ada = await installation.viewer("ada");
  bob = await installation.viewer("bob", "beta");
});
afterAll(() => installation.close());

const entries = (where: object) => boards.db().auditEntry.findMany({ where, orderBy: { id: "asc" } });
const missing = "01920000-0000-7000-8000-000000000000";

describe("the audit log", () => {
  it("is not filled by one who is refused over and over, and tells how often it was", async () => {
    const about = { viewer: ada, action: "deleteBoard", details: { id: missing } };
    const refused = () => boards.audited(about, () => Promise.reject(new boards.BoardsError("board.not_found")));
    for (let each = 0; each < 110; each++) await expect(refused()).rejects.toMatchObject({ reason: "board.not_found" });
    const told = await entries({ action: "deleteBoard" });
    expect(told.map(({ outcome }) => outcome)).toEqual(Array(11).fill("board.not_found"));
    expect(told.at(-1)?.details).toMatchObject({ id: missing, timesThisHour: 100 });
    // Someone else, another reason and what succeeds have lines of their own.
    await askGraphql(bob, `mutation { deleteBoard(id: "${missing}") }`);
    expect(await entries({ action: "deleteBoard", userId: bob.userId })).toHaveLength(1);
    const allowed = { viewer: ada, action: "createBoard" };
    for (let each = 0; each < 30; each++) await boards.audited(allowed, async () => undefined);
    expect(await entries({ action: "createBoard" })).toHaveLength(30);
  });

  it("has a line where something happened, and none in the tenant of who did it", async () => {
    const about = { viewer: ada, action: "joinElsewhere", targetOf: () => ({ targetType: "User" }) };
    await boards.audited(about, async () => boards.happensIn({ tenantId: bob.tenantId, userId: bob.userId }));
    expect(await entries({ action: "joinElsewhere" })).toMatchObject([
      { tenantId: bob.tenantId, userId: bob.userId, outcome: "ok", targetType: "User", via: "none" },
    ]);
  });

  it("has a line in each tenant that it concerns, and none there when it failed", async () => {
    const change = (isRefused: boolean) =>
      boards.audited({ viewer: ada, action: "changeTenant" }, async () => {
        boards.concerns({ tenantId: bob.tenantId, targetId: bob.tenantId });
        if (isRefused) throw new boards.BoardsError("tenant.slug_taken");
      });
    await change(false);
    await expect(change(true)).rejects.toMatchObject({ reason: "tenant.slug_taken" });
    expect((await entries({ action: "changeTenant" })).map(({ tenantId, outcome }) => [tenantId, outcome])).toEqual([
      [ada.tenantId, "ok"],
      [bob.tenantId, "ok"],
      [ada.tenantId, "tenant.slug_taken"],
    ]);
  });

  it("of nobody has what happened alone", async () => {
    const refused = () => boards.audited({ viewer: null, action: "knock" }, () => Promise.reject(new boards.BoardsError("auth.required")));
    for (let each = 0; each < 20; each++) await expect(refused()).rejects.toMatchObject({ reason: "auth.required" });
    await boards.audited({ viewer: null, action: "knock" }, async () => undefined);
    expect(await entries({ action: "knock" })).toEqual([]);
    await boards.audited({ viewer: null, action: "knock" }, async () => boards.happensIn({ tenantId: ada.tenantId }));
    expect(await entries({ action: "knock" })).toMatchObject([{ tenantId: ada.tenantId, userId: null, outcome: "ok" }]);
  });
});

it("a request with many mutations counts as many", async () => {
  const names = Array.from({ length: 6 }, (_, each) => `m${each}: updateUser(input: { displayName: "${each}" }) { id }`);
  const { errors } = await askGraphql(bob, `mutation { ${names.join(" ")} }`);
  // Its first was counted when it came in, and three more are in the limit.
  expect(errors[0]).toMatchObject({ path: ["m4"], extensions: { reason: "request.rate_limited" } });
});

describe("an entry of the audit log", () => {
  it("is there before anything is done, and says so until it has ended", async () => {
    const { beginAuditEntry, endAuditEntry } = await import("@/lib/platform/audit/write-audit-entry");
    const id = await beginAuditEntry({ tenantId: ada.tenantId, action: "createBoard", details: { input: { title: "cut off" } } });
    const entry = () => boards.db().auditEntry.findUniqueOrThrow({ where: { id } });
    expect(await entry()).toMatchObject({ outcome: "begun", details: { input: { title: "cut off" } } });
    await endAuditEntry(id, { outcome: "ok", targetType: "Board", targetId: missing });
    expect(await entry()).toMatchObject({ outcome: "ok", targetId: missing });
  });
});
