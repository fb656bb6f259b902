import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let member: Viewer;

beforeAll(async () => {
  installation = await openInstallation();
  owner = await installation.viewer("owner");
  member = await installation.viewer("member");
});
afterAll(() => installation.close());

const newest = async () => {
  const { data, errors } = await askGraphql(owner, "{ auditLog(first: 1) { nodes { action targetName outcome problem } } }");
  expect(errors).toEqual([]);
  return (data as unknown as { auditLog: { nodes: object[] } }).auditLog.nodes[0];
};
const create = async (viewer: Viewer, isPublic: boolean) => {
  const { data } = await askGraphql(viewer, `mutation { createBoard(input: { title: "Autumn", isPublic: ${isPublic} }) { id } }`);
  return (data as unknown as { createBoard: { id: string } }).createBoard.id;
};

describe("what an action was done to, for people", () => {
  it("is named as it is called today", async () => {
    const id = await create(owner, false);
    await askGraphql(owner, `mutation { archiveBoard(id: "${id}") { id } }`);
    expect(await newest()).toEqual({ action: "archiveBoard", targetName: "Autumn", outcome: "ok", problem: null });
    await askGraphql(owner, `mutation { updateBoard(input: { id: "${id}", title: "Winter" }) { id } }`);
    expect(await newest()).toMatchObject({ action: "updateBoard", targetName: "Winter" });
  });

  it("is a person, a provider or a generator, too", async () => {
    await askGraphql(owner, `mutation { setTenantRole(userId: "${member.userId}", role: MEMBER) { id } }`);
    expect(await newest()).toMatchObject({ action: "setTenantRole", targetName: "member" });
    await askGraphql(owner, 'mutation { removeProviderKey(providerName: "openai") { name } }');
    expect(await newest()).toMatchObject({ action: "removeProviderKey", targetName: "OpenAI" });
    await askGraphql(owner, 'mutation { setGeneratorSetting(input: { generatorName: "fal-flux-2", position: 1 }) { id } }');
    expect(await newest()).toMatchObject({ action: "setGeneratorSetting", targetName: expect.stringContaining("FLUX") });
    await askGraphql(owner, 'mutation { createTag(input: { name: "Final" }) { id } }');
    expect(await newest()).toMatchObject({ action: "createTag", targetName: "Final" });
  });

  it("isn't told of a board that the admin may not see, and is gone with it", async () => {
    const [hidden, shown] = [await create(member, false), await create(member, true)];
    await askGraphql(member, `mutation { archiveBoard(id: "${shown}") { id } }`);
    expect(await newest()).toMatchObject({ action: "archiveBoard", targetName: "Autumn" });
    await askGraphql(member, `mutation { archiveBoard(id: "${hidden}") { id } }`);
    expect(await newest()).toMatchObject({ action: "archiveBoard", targetName: null, outcome: "ok" });
  });

  it("comes with why it failed", async () => {
    await askGraphql(owner, 'mutation { deleteBoard(id: "01920000-0000-7000-8000-000000000000") }');
    expect(await newest()).toMatchObject({ targetName: null, outcome: "board.not_found", problem: expect.stringMatching(/board/i) });
  });
});
