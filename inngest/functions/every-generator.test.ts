import { afterAll, beforeAll, expect, it } from "vitest";
import { generators } from "@/lib/generators/catalogue/registry";
import { artifactSlotsOf } from "@/lib/generators/contract/artifact-slots";
import { defaultSubmit } from "@/lib/generators/contract/default-submit";
import type { ArtifactType, Generator } from "@/lib/generators/contract/define-generator";
import { marksOf } from "@/lib/generators/contract/field-marks";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openWorkflowHarness } from "./testing/workflow-harness";

let harness: Awaited<ReturnType<typeof openWorkflowHarness>>;
let owner: Viewer;
let boardId: string;
const made = new Map<ArtifactType, string>();

beforeAll(async () => {
  harness = await openWorkflowHarness({ settings: { BOARDS_RATE_LIMITS: JSON.stringify({ generation: 100_000 }) } });
  owner = await harness.installation.viewer("owner");
  boardId = (await harness.board(owner)).id;
  const make = async (artifactType: ArtifactType, name: string, inputs: Record<string, unknown>) => {
    const { batchId } = await harness.ask(owner, boardId, name, inputs);
    const [row] = await harness.ended(batchId);
    if (row?.status !== "completed") throw new Error(`${name}: ${row?.errorMessage}`);
    made.set(artifactType, row.id);
  };
  await make("image", "fal-flux-2", { prompt: "to work on" });
  await make("video", "fal-veo31", { prompt: "to work on" });
  await make("audio", "melody", { prompt: "to work on" });
  await make("text", "prompt-writer", {});
  const images = Array.from({ length: 4 }, () => made.get("image"));
  await make("lora", "fal-flux-lora-training", { images });
});
afterAll(() => harness.close());

/** Known by their names, but no driver can ask for them any more. */
const gone = ["google-veo-3-1", "google-veo-3-1-fast"];

it.each(gone)("%s, which an admin goes on offering, is refused by its provider, with its successor's name", async (name) => {
  const { batchId } = await harness.ask(owner, boardId, name, { prompt: "a fox" });
  const message = "Google no longer offers this model. Use Gemini Omni 1.1 Flash (Google) instead.";
  expect(await harness.ended(batchId)).toMatchObject([{ status: "failed", errorCode: "provider.model_gone", errorMessage: message }]);
});

/** What decides the way that a generator's work goes: who does it, what comes out, and what goes in when no more is filled in than must be. */
function kindOf(generator: Generator): string {
  const inputs = defaultSubmit(generator);
  const slots = artifactSlotsOf(generator).filter(({ field }) => inputs[field] !== undefined);
  const taken = slots.map(({ field, artifactType, isList }) => [artifactType, isList, marksOf(generator.input.shape[field]).isArchive].join());
  return [generator.provider, generator.artifactType, ...new Set(taken.toSorted())].join(" ");
}

// The whole way is long, and the same for all of a kind: the first goes it. lib/generators/catalogue/every-job.test.ts asks the provider of every one.
const offered = generators.filter(({ name }) => !gone.includes(name));
const first = new Map(offered.toReversed().map((generator) => [kindOf(generator), generator.name]));
const chosen = process.env.BOARDS_TEST_ALL_GENERATORS ? offered : offered.filter((generator) => first.get(kindOf(generator)) === generator.name);

it.each(chosen.map((generator) => [generator.name, generator] as const))("%s makes what it says, from end to end", async (name, generator) => {
  const inputs = defaultSubmit(generator);
  for (const { field, artifactType } of artifactSlotsOf(generator)) {
    const given = inputs[field];
    if (given === undefined) continue;
    const id = made.get(artifactType) ?? "";
    inputs[field] = Array.isArray(given) ? given.map(() => id) : id;
  }
  const { batchId } = await harness.ask(owner, boardId, name, inputs);
  const rows = await harness.ended(batchId);
  expect(rows.map(({ status, errorMessage, errorRaw }) => [status, errorMessage, errorRaw])).toEqual(rows.map(() => ["completed", null, null]));
  expect(rows[0]).toMatchObject({ artifactType: generator.artifactType, storageKey: expect.any(String) });
});
