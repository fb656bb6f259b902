import { readFileSync } from "node:fs";
import { buildSchema } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";
import { inputPlaces, requestWith, sample } from "@/lib/testing/operation-inputs";

let installation: Awaited<ReturnType<typeof openInstallation>>;
beforeAll(async () => {
  installation = await openInstallation();
});
afterAll(() => installation.close());

const endings: Record<string, string> = {
  createBoard: "create a board",
  updateBoard: "update a board",
  deleteBoard: "delete a board",
  addBoardMember: "add board members",
  removeBoardMember: "remove board members",
  updateBoardMemberRole: "update member roles",
  createGeneration: "create a generation",
  cancelGeneration: "cancel a generation",
  deleteGeneration: "delete a generation",
  regenerate: "regenerate",
  createTag: "create a tag",
  updateTag: "update a tag",
  deleteTag: "delete a tag",
  addTagToGeneration: "add a tag to a generation",
  removeTagFromGeneration: "remove a tag from a generation",
};
const original = buildSchema(readFileSync(`${import.meta.dirname}/original.graphql`, "utf8"), { assumeValid: true });
const fromOriginal = Object.keys(original.getMutationType()?.getFields() ?? {});

async function refusalOf(mutation: string) {
  const place = inputPlaces(() => true).find(({ operation, isMutation }) => isMutation && operation === mutation);
  if (!place) throw new Error(`${mutation} takes nothing`);
  const { query, variables } = requestWith(place, sample(place.type, mutation));
  return (await askGraphql(null, query, variables)).errors[0];
}

describe("a caller who isn't signed in", () => {
  it("is refused by the original's mutations in the words that its clients know", async () => {
    expect(fromOriginal.length).toBe(16);
    for (const mutation of fromOriginal) {
      const message = endings[mutation] ? `Authentication required to ${endings[mutation]}` : expect.stringMatching(/^Authentication required\b/);
      expect(await refusalOf(mutation), mutation).toMatchObject({ message, extensions: { code: "UNAUTHENTICATED" } });
    }
  });

  it.each(["trashBoard", "tagGenerations", "createApiKey", "setSpendingLimit"])("learns from %s what to do", async (mutation) => {
    const message = "Authentication required. Sign in, or send an API key.";
    expect(await refusalOf(mutation)).toMatchObject({ message, extensions: { code: "UNAUTHENTICATED" } });
  });
});
