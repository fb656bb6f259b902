import type { Simulator } from "../../lib/testing/simulators/simulator";

/** One request for a generation. */
export interface Asked {
  boardId: string;
  generatorName: string;
  artifactType: string;
  inputParams: Record<string, unknown>;
  idempotencyKey: string;
}

/** Asks the product's GraphQL, again and again while it is away: idempotency keys make that harmless. */
async function graphql<Data>(url: string, query: string, variables: object = {}): Promise<Data> {
  const deadline = Date.now() + 120_000;
  for (;;) {
    const answer = await fetch(`${url}/api/graphql`, {
      method: "POST",
      headers: { "content-type": "application/json" },
      body: JSON.stringify({ query, variables }),
      signal: AbortSignal.timeout(20_000),
    })
      .then((response) => response.json() as Promise<{ data?: Data; errors?: { message: string; extensions?: { code?: string } }[] }>)
      .catch(() => null);
    if (answer?.data && !answer.errors) return answer.data;
    const [error] = answer?.errors ?? [];
    if (error && !["INTERNAL_SERVER_ERROR", "UNAVAILABLE", "RATE_LIMITED"].includes(error.extensions?.code ?? "")) throw new Error(error.message);
    if (Date.now() > deadline) throw new Error(`the product did not answer for two minutes: ${error?.message ?? "no connection"}`);
    await new Promise((resolve) => setTimeout(resolve, 150));
  }
}

export async function newBoard(url: string): Promise<string> {
  const { createBoard } = await graphql<{ createBoard: { id: string } }>(url, 'mutation { createBoard(input: { title: "Chaos" }) { id } }');
  return createBoard.id;
}

/** Asks for a generation; answers its id and what was asked. */
export async function ask(url: string, input: Asked): Promise<Asked & { id: string }> {
  const query = "mutation ($input: CreateGenerationInput!) { createGeneration(input: $input) { id } }";
  const { createGeneration } = await graphql<{ createGeneration: { id: string } }>(url, query, { input });
  return { ...input, id: createGeneration.id };
}

/** How many generations of the board have not ended; 400 at most. */
export async function countLive(url: string, boardId: string): Promise<number> {
  const query = `query ($id: UUID!) {
    pending: recentGenerations(boardId: $id, status: PENDING, limit: 200) { id }
    processing: recentGenerations(boardId: $id, status: PROCESSING, limit: 200) { id }
  }`;
  const { pending, processing } = await graphql<{ pending: unknown[]; processing: unknown[] }>(url, query, { id: boardId });
  return pending.length + processing.length;
}

/** Does what an admin does: looks at the provider whether it has the job, and adopts it or tries again. Answers how many. */
export async function resolveReviews(url: string, simulator: Simulator): Promise<number> {
  const query = `{
    parked: providerJobs(first: 200, state: NEEDS_REVIEW) { nodes { id batchId providerName startedAt } }
    lost: providerJobs(first: 200, state: UNKNOWN) { nodes { id batchId providerName startedAt } }
  }`;
  interface Jobs {
    nodes: { id: string; batchId: string; providerName: string; startedAt: string }[];
  }
  const { parked, lost } = await graphql<{ parked: Jobs; lost: Jobs }>(url, query);
  // Someone who is in a hurry does not wait until the product has given up looking; a call to OpenAI may still be on its way.
  const old = lost.nodes.filter(({ providerName, startedAt }) => providerName !== "openai" && Date.now() - Date.parse(startedAt) > 95_000);
  const jobs = [...parked.nodes, ...old];
  let decided = 0;
  for (const { id, batchId } of jobs) {
    const { generation } = await graphql<{ generation: { inputParams: { prompt: string } } }>(
      url,
      "query ($id: UUID!) { generation(id: $id) { inputParams } }",
      {
        id: batchId,
      },
    );
    const theirs = [...simulator.book.jobs.values()].find((job) => JSON.stringify(job.request).includes(`"${generation.inputParams.prompt}"`));
    // OpenAI works within the call: a job of its that is known to have run has no result to fetch any more.
    const isGone = theirs?.host === "api.openai.com";
    const [action, externalJobId] = isGone ? ["REFUND", null] : theirs ? ["ADOPT", theirs.id] : ["RETRY", null];
    const review =
      "mutation ($id: UUID!, $action: ProviderJobReviewAction!, $externalJobId: String) { reviewProviderJob(id: $id, action: $action, externalJobId: $externalJobId) { id } }";
    const isDone = await graphql(url, review, { id, action, externalJobId }).catch((error: Error) => {
      // Someone was faster: a webhook, or the product itself.
      console.log(`  review of ${id}: ${error.message}`);
      return null;
    });
    if (isDone) decided++;
  }
  return decided;
}

/** Waits until `look` sees it. */
export async function until(look: () => Promise<boolean>, seconds: number): Promise<void> {
  const deadline = Date.now() + seconds * 1000;
  while (!(await look())) {
    if (Date.now() > deadline) throw new Error(`it did not come to pass within ${seconds} seconds`);
    await new Promise((resolve) => setTimeout(resolve, 2000));
  }
}
