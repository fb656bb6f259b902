import { beforeAll, expect, it } from "vitest";
import { simulatedMedia } from "@/lib/testing/simulators/media";
import { artifactIdsIn } from "../contract/artifact-slots";
import { defaultSubmit } from "../contract/default-submit";
import { type ArtifactType, artifactTypes, isDeclarative } from "../contract/define-generator";
import { parseInputs } from "../contract/parse-inputs";
import type { Provider, ProviderFile } from "../contract/provider";
import { simulatedAccess } from "../provider-keys/provider-access";
import { fileOf, openBench, outputsOf, providerOf, submissionOf } from "../testing/driver-bench";
import { generators } from "./registry";

/*
 * Every generator at its provider, without database and workflow: files are given, the job is asked for and accepted, and its results are found.
 * The whole way of one of each kind is in inngest/functions/every-generator.test.ts.
 */

const bench = openBench();
const files = new Map<ArtifactType, ProviderFile>();
const uploaded = new Map<string, string>();

beforeAll(async () => {
  for (const type of artifactTypes) {
    const { bytes, mimeType } = await simulatedMedia(type, "to work on");
    files.set(type, await fileOf(`a-${type}.${mimeType.split("/")[1]}`, mimeType, bytes));
  }
});

const fileFor = (type: ArtifactType) => files.get(type) as ProviderFile;

/** Where a provider keeps such a file, which it is given once. */
async function addressAt(provider: Provider, type: ArtifactType): Promise<string> {
  const key = `${provider.name} ${type}`;
  const address = uploaded.get(key) ?? (await provider.upload?.(simulatedAccess(provider), fileFor(type)))?.url ?? "";
  uploaded.set(key, address);
  return address;
}

/** Known by their names, but no driver can ask for them any more. */
const gone = ["google-veo-3-1", "google-veo-3-1-fast"];
const asked = generators.filter(isDeclarative).filter(({ name }) => !gone.includes(name));

it.each(asked.map((generator) => [generator.name, generator] as const))(
  "%s is accepted by its provider, and its results are found",
  async (_name, generator) => {
    const provider = providerOf(generator.provider);
    const access = simulatedAccess(provider);
    const parsed = parseInputs(generator, defaultSubmit(generator));
    if (!parsed.ok) throw new Error(JSON.stringify(parsed.problems));
    const inputs = artifactIdsIn(generator, parsed.inputs);
    const addresses = new Map<string, string>();
    if (provider.upload) for (const { generationId, artifactType } of inputs) addresses.set(generationId, await addressAt(provider, artifactType));
    const held = new Map(provider.upload ? [] : inputs.map(({ generationId, artifactType }) => [generationId, fileFor(artifactType)]));
    const submission = submissionOf(generator, parsed.inputs, { files: held, addressOf: (id) => addresses.get(id) ?? id });
    const before = bench.accepted().length;
    const { status, ...job } = await provider.start(access, submission);
    expect(bench.accepted()).toHaveLength(before + 1);
    expect(bench.lastJob().artifactType).toBe(generator.artifactType);
    const outputs = outputsOf(status ?? (await provider.status(access, { ...job, endpoint: submission.endpoint })), generator);
    expect(outputs).toHaveLength(parsed.outputCount);
    const usual = generator.artifactType === "text" ? /\S/ : /^(https?:\/\/|data:[^,]+;base64,)./;
    for (const output of outputs) expect(output).toMatch(usual);
    for (const address of addresses.values()) expect(JSON.stringify(submission.request)).toContain(JSON.stringify(address).slice(1, -1));
  },
);
