import type { LogWarningsFunction } from "ai";
import { describe, expect, it, vi } from "vitest";
import type { DeclarativeGenerator } from "@/lib/generators/contract/define-generator";
import { simulatedAccess } from "@/lib/generators/provider-keys/provider-access";
import { everyInput } from "@/lib/generators/testing/catalogue-requests";
import { openBench, outputsOf, providerOf } from "@/lib/generators/testing/driver-bench";
import { redirected } from "@/lib/generators/transport/transport";
import { generators } from "../registry";
import { callModel } from "./call-model";
import { submissionWithFiles } from "./testing/contract-of";

openBench();

/** Of AssemblyAI's package, which would rather be asked for its newest model; and of Together's, which sends the size and blames the shape. */
const idle = [/latest flagship model/, /Use `size` instead/];

const kinds = Object.keys(callModel);
const models = generators.filter(
  (each): each is DeclarativeGenerator =>
    "endpoint" in each && typeof each.endpoint === "string" && kinds.includes(each.endpoint.split(":")[0] ?? ""),
);

describe.each(models.map((model) => [model.name, model] as const))("%s", (_name, model) => {
  it("makes what it says, and its package leaves no input out", async () => {
    const warned: unknown[] = [];
    const listen: LogWarningsFunction = ({ warnings }) =>
      void warned.push(...warnings.filter((each) => !idle.some((words) => words.test(JSON.stringify(each)))));
    vi.stubGlobal("AI_SDK_LOG_WARNINGS", listen);
    const provider = providerOf(model.provider);
    const access = simulatedAccess(provider);
    for (const inputs of everyInput(model)) {
      const submission = await submissionWithFiles(model, inputs);
      const started = await provider.start(access, submission);
      const status = started.status ?? (await provider.status(access, { ...started, endpoint: submission.endpoint }));
      const outputs = outputsOf(status, model);
      expect(outputs.length).toBeGreaterThan(0);
      if (model.artifactType === "text") continue;
      const [address = ""] = outputs;
      expect((await fetch(address.startsWith("data:") ? address : redirected(address))).headers.get("content-type")).toContain(model.artifactType);
    }
    vi.unstubAllGlobals();
    expect(warned).toEqual([]);
  });
});
