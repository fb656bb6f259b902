import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import * as z from "zod";
import { defineGenerator, type GeneratorContext } from "@/lib/generators/contract/define-generator";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { openDatabaseLine } from "@/lib/testing/database-line";
import { openInstallation } from "@/lib/testing/installation";
import { until } from "@/lib/testing/until";

let line: Awaited<ReturnType<typeof openDatabaseLine>>;
let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
let boardId: string;
let made = 0;

const load = async () => ({
  ...(await import("@/lib/boards/create-board")),
  ...(await import("@/lib/platform/db/client")),
  ...(await import("@/lib/generations/create-generation")),
  ...(await import("@/lib/generations/provider-jobs/prepare-inputs")),
  ...(await import("@/lib/generations/run-generator")),
  ...(await import("@/lib/generators/catalogue/registry")),
});
let boards: Awaited<ReturnType<typeof load>>;

beforeAll(async () => {
  line = await openDatabaseLine();
  installation = await openInstallation();
  boards = await load();
  owner = await installation.viewer("owner");
  boardId = (await boards.createBoard(owner, { title: "Runs" })).id;
});
afterAll(async () => {
  await installation.close();
  await line.close();
});

/** Runs a generator that does this; what it threw. */
async function failureOf(work: (context: GeneratorContext) => Promise<void>): Promise<unknown> {
  const name = `failing-${++made}`;
  const about = { name, title: name, description: name, provider: "local", artifactType: "text" } as const;
  boards.addGenerator(defineGenerator({ ...about, input: z.object({}), costUsd: () => 0, run: (_inputs, context) => work(context) }));
  const batchId = await until(() => prepared(name).catch(unlessCut));
  return boards.runGenerator(batchId).catch((error) => error);
}

/** Asks for what the generator makes, up to its run; answers the batch. */
async function prepared(generatorName: string): Promise<string> {
  const { batchId } = await boards.createGeneration(owner, { boardId, generatorName, artifactType: "text", inputParams: {} });
  await boards.prepareInputs(batchId);
  return batchId;
}

/** A connection that the test before has cut may be met only now. */
function unlessCut(error: Error): undefined {
  if (!/Connection terminated/.test(`${error.message} ${error.cause}`)) throw error;
}

/** Works with the database until it breaks. */
async function untilItBreaks(context: GeneratorContext): Promise<never> {
  // Until one cut meets a statement: a connection that rests is merely replaced.
  const cutting = setInterval(() => line.cut(), 1);
  try {
    for (let count = 0; ; count++) await context.step(`step-${count}`, async () => count);
  } finally {
    clearInterval(cutting);
  }
}

describe("runGenerator", () => {
  it("tells what the generator itself threw as its failure", async () => {
    expect(await failureOf(() => Promise.reject(new Error("No such style")))).toMatchObject({
      reason: "generation.generator_failed",
      message: "No such style",
    });
    const within = (context: GeneratorContext) => context.step("part", () => Promise.reject(new Error("No such part"))).then(() => undefined);
    expect(await failureOf(within)).toMatchObject({ reason: "generation.generator_failed", message: "No such part" });
  });

  it.each([
    ["is lost", untilItBreaks],
    [
      "is lost, and the generator says it in words of its own",
      (context: GeneratorContext) =>
        untilItBreaks(context).catch(() => {
          throw new Error("I could not");
        }),
    ],
  ])("has a run repeated whose database %s", async (_what, work) => {
    const error = await failureOf(work);
    expect(error).toBeInstanceOf(Error);
    expect(error).not.toMatchObject({ reason: expect.anything() });
    expect(String(error)).not.toContain("I could not");
  });

  it.each([
    ["a child was killed", () => promisify(execFile)("sleep", ["60"], { timeout: 50, killSignal: "SIGKILL" })],
    ["there is no room", () => Promise.reject(Object.assign(new Error("no space left on device"), { code: "ENOSPC", syscall: "write" }))],
    [
      "a line broke beneath",
      () => Promise.reject(new Error("fetch failed", { cause: Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET" }) })),
    ],
  ])("has a run repeated in which %s", async (_what, work) => {
    expect(await failureOf(async () => void (await work()))).not.toMatchObject({ reason: "generation.generator_failed" });
  });

  describe("on a server that is asked to stop", () => {
    afterEach(() => Object.assign(globalThis, { boardsIsEnding: undefined }));

    it("has a run repeated, whatever the generator threw", async () => {
      Object.assign(globalThis, { boardsIsEnding: true });
      expect(await failureOf(() => Promise.reject(new Error("cut off")))).toMatchObject({ message: "cut off", name: "Error" });
    });
  });
});
