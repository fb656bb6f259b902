import { artifactSlotsOf } from "@/lib/generators/contract/artifact-slots";
import { defaultSubmit } from "@/lib/generators/contract/default-submit";
import type { ArtifactType, DeclarativeGenerator } from "@/lib/generators/contract/define-generator";
import type { ProviderFile, Submission } from "@/lib/generators/contract/provider";
import { fileOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import type { DriverContract } from "@/lib/generators/testing/driver-contract";

const samples: Partial<Record<ArtifactType, [filename: string, mimeType: string]>> = {
  image: ["image.png", "image/png"],
  video: ["video.mp4", "video/mp4"],
  audio: ["audio.wav", "audio/wav"],
};

/** The contract of a model of the AI SDK, which does its work within the call unless it is a job. */
export function contractOf(model: unknown, { isJob = false } = {}): DriverContract {
  const generator = model as DeclarativeGenerator;
  const { prompt, text } = generator.input.shape;
  const inputs = { ...defaultSubmit(generator), ...(prompt ? { prompt: "a fox" } : {}), ...(text ? { text: "a fox" } : {}) };
  return {
    what: generator.name,
    submission: () => submissionWithFiles(generator, inputs),
    output: generator.output,
    ...(isJob ? {} : { isWithinCall: true, failures: {}, startFaults: { refuse: ["provider.content_refused", 0] } }),
  };
}

/** A submission whose artifacts are small files of the right kind. */
export async function submissionWithFiles(model: DeclarativeGenerator, inputs: Record<string, unknown>): Promise<Submission> {
  const files = new Map<string, ProviderFile>();
  for (const { field, artifactType } of artifactSlotsOf(model))
    for (const id of [inputs[field] ?? []].flat() as string[]) {
      const [filename, mimeType] = samples[artifactType] ?? ["text.txt", "text/plain"];
      files.set(id, await fileOf(filename, mimeType, "RIFF of a sample"));
    }
  return submissionOf(model, inputs, { files });
}
