import { workflowOf } from "./argument-values";
import { type Plan, writeBody } from "./bodies";
import type { GeneratorForm } from "./generator-requests";
import type { KnownValues } from "./known-values";
import type { People } from "./people";

/** The smallest form of an upload. */
const noteFor = (boardId: string): Plan["body"] => ({
  type: "form",
  boundary: "furnish",
  parts: [
    { name: "board_id", value: boardId },
    { name: "artifact_type", value: "text" },
    { name: "file", value: Buffer.from("a note"), filename: "note.txt" },
  ],
});

/** Every generator with the form of its inputs. */
export async function readGenerators(people: People): Promise<GeneratorForm[]> {
  const query = "{ generators { name provider artifactType inputSchema unavailableReason } }";
  const { generators } = await people.graphql<{ generators: (GeneratorForm & { unavailableReason: string | null })[] }>("founder", query);
  return generators.filter(({ unavailableReason }) => !unavailableReason);
}

/** Puts new things of every kind where everyone finds them, and takes back what inputs have shut: anew for each round. */
export async function furnish(people: People, known: KnownValues): Promise<void> {
  const ask = async (actor: "owner" | "admin" | "founder" | "stranger" | "editor", query: string, variables: object = {}) => {
    const data = await people.graphql<Record<string, { id: string; batchId?: string }>>(actor, query, variables);
    known.harvest(data);
    return data;
  };
  await openAgain(people);
  const recipient = { user: people.idOf("viewer") };
  for (const actor of ["editor", "viewer", "stranger", "owner", "admin"] as const) known.add("user", people.idOf(actor));

  for (const [index, isPublic] of [false, true, false, false].entries()) {
    const { createBoard } = await ask(
      "owner",
      `mutation ($p: Boolean!) { createBoard(input: { title: "harbour ${index}", isPublic: $p }) { __typename id } }`,
      { p: isPublic },
    );
    const boardId = createBoard?.id ?? "";
    const member = "mutation ($b: UUID!, $u: UUID!, $r: BoardRole!) { addBoardMember(input: { boardId: $b, userId: $u, role: $r }) { id } }";
    await ask("owner", member, { b: boardId, u: people.idOf("editor"), r: "EDITOR" });
    await ask("owner", member, { b: boardId, u: recipient.user, r: "VIEWER" });
    await ask("owner", "mutation ($b: UUID!) { createShareLink(input: { boardId: $b, showsRecipe: true }) { __typename id token } }", { b: boardId });
    await ask(
      "owner",
      "mutation ($b: UUID!, $e: String!) { inviteBoardMember(input: { boardId: $b, email: $e }) { invitation { __typename id link } } }",
      {
        b: boardId,
        e: `guest-${boardId.slice(-6)}@fuzz.example`,
      },
    );
    const { createTag } = await ask("owner", `mutation { createTag(input: { name: "tag ${boardId.slice(-8)}" }) { __typename id slug } }`);
    const { bytes, contentType } = { ...writeBody(noteFor(boardId) as NonNullable<Plan["body"]>) };
    const upload = await people.ask("owner", {
      method: "POST",
      path: "/api/uploads/artifact",
      headers: { "content-type": contentType },
      body: bytes,
    });
    const note = (upload.json as { id: string }).id;
    const generate = "mutation ($i: CreateGenerationInput!) { createGeneration(input: $i) { __typename id batchId } }";
    await ask("owner", generate, { i: { boardId, generatorName: "sketch", artifactType: "IMAGE", inputParams: { prompt: "a harbour", count: 2 } } });
    await ask("editor", generate, {
      i: { boardId, generatorName: "fal-flux-2", artifactType: "IMAGE", inputParams: { prompt: `a fox ${boardId}` } },
    });
    // Its outcome is not known to us: an admin has to look at it.
    await ask("editor", generate, {
      i: { boardId, generatorName: "openai-gpt-6-1-terra", artifactType: "TEXT", inputParams: { prompt: `${boardId} sim:drop-after*1` } },
    });
    await ask("owner", "mutation ($g: UUID!, $t: UUID!) { addTagToGeneration(generationId: $g, tagId: $t) { id } }", { g: note, t: createTag?.id });
    const direct = { board_id: boardId, artifact_type: "text", filename: "note.txt" };
    const announced = await people.ask("owner", {
      method: "POST",
      path: "/api/uploads/direct",
      headers: { "content-type": "application/json" },
      body: JSON.stringify(direct),
    });
    known.harvest(announced.json);
  }
  await ask("stranger", 'mutation { createBoard(input: { title: "elsewhere" }) { __typename id } }');
  await ask("owner", 'mutation { createApiKey(input: { name: "spare", scopes: [READ] }) { apiKey { __typename id } } }');
  await ask(
    "owner",
    "{ mySessions { __typename id } recentGenerations(limit: 50) { __typename id batchId status artifactType storageUrl } myBoardsConnection(first: 5) { edges { cursor } } }",
  );
  await ask(
    "admin",
    "{ providerJobs(first: 20) { edges { cursor } nodes { __typename id externalJobId } } auditLog(first: 3) { edges { cursor } } }",
  );
  for (const [index, title] of ["one to offer", "one to change", "one to delete"].entries())
    await ask("founder", "mutation ($i: AddComfyWorkflowInput!) { addComfyWorkflow(input: $i) { __typename id } }", {
      i: { fileName: "fuzz", title, workflow: workflowOf(index) },
    });
  await ask("founder", "mutation ($e: String!) { inviteToTenant(email: $e) { __typename id link } }", { e: `newcomer-${Date.now()}@fuzz.example` });
  const slug = `tenant-${Date.now()}`;
  const tenant = await people.ask("founder", {
    method: "POST",
    path: "/api/setup/tenant",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ name: slug, slug }),
  });
  known.harvest(tenant.json);
}

/** What admins may shut for everyone: credits, storage, limits, generators, keys; and as many added models as there may be. */
async function openAgain(people: People): Promise<void> {
  await people.graphql("founder", "mutation { setCreditsRequired(isRequired: false) }");
  await people.graphql("founder", "mutation { setTenantStorageLimit { usedBytes } }");
  for (const actor of ["founder", "admin", "owner", "editor", "viewer", "stranger"] as const)
    await people.graphql("founder", "mutation ($u: UUID!) { setUserStorageLimit(userId: $u) { usedBytes } }", { u: people.idOf(actor) });
  const { addedModels } = await people.graphql<{ addedModels: { nodes: { id: string; state: string; mayOffer: boolean }[] } }>(
    "founder",
    "{ addedModels(first: 200) { nodes { id state mayOffer } } }",
  );
  for (const { id, state, mayOffer } of addedModels.nodes)
    if (mayOffer && state !== "RETIRED") await people.graphql("founder", "mutation ($id: UUID!) { retireModel(id: $id) { id } }", { id });
  const { spendingLimits, generatorSettings } = await people.graphql<{
    spendingLimits: { period: string; userId: string | null }[];
    generatorSettings: { generatorName: string; forInstallation: boolean }[];
  }>("founder", "{ spendingLimits { period userId } generatorSettings { generatorName forInstallation } }");
  for (const input of spendingLimits)
    await people.graphql("founder", "mutation ($i: SpendingLimitInput!) { setSpendingLimit(input: $i) { id } }", { i: input });
  for (const input of generatorSettings)
    await people.graphql("founder", "mutation ($i: GeneratorSettingInput!) { setGeneratorSetting(input: $i) { id } }", { i: input });
}
