import { describeModel } from "@/lib/generators/added-models/describe-model";
import { findProvider } from "@/lib/generators/catalogue/providers";
import type { ArtifactType } from "@/lib/generators/contract/define-generator";
import { viewerAccess } from "@/lib/generators/provider-keys/provider-access";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { BoardsError } from "@/lib/platform/errors";
import { countAgainst } from "@/lib/platform/limits/rate-limits";
import { longestWorkflow } from "./map-workflow";
import type { ModelSource, WorkflowSource } from "./model-source";

/** A model to look up: its provider, its id or its page's address there, and what it makes and how many, where the provider does not say. */
export interface WantedModel {
  provider: string;
  model: string;
  artifactType?: ArtifactType | null;
  outputCount?: number | null;
}

/** Asks a provider for a model's description, with the key of the viewer's tenant. */
export async function lookUpModel(viewer: Viewer, { provider, model, artifactType, outputCount }: WantedModel): Promise<ModelSource> {
  const driver = findProvider(provider);
  if (!driver) throw new BoardsError("input.invalid", { message: say("reasons.provider.unknown", { provider }), field: "provider" });
  await countAgainst("modelLookup", viewer.accountId);
  const { access } = await viewerAccess(viewer, driver);
  const description = await describeModel(access, provider, model);
  return { description, choices: { ...(artifactType ? { artifactType } : {}), ...(outputCount ? { outputCount } : {}) } };
}

/** A workflow's file as a source. Throws `input.invalid` when it is too long. */
export function workflowSource(fileName: string, workflow: string): WorkflowSource {
  if (workflow.length > longestWorkflow)
    throw new BoardsError("input.invalid", {
      message: say("reasons.model.workflowTooLong", { maximum: longestWorkflow }),
      field: "workflow",
    });
  const name = fileName
    .replace(/(\.comfy)?\.json$/i, "")
    .trim()
    .slice(0, 100);
  if (!name) throw new BoardsError("input.invalid", { message: say("reasons.model.fileNameMissing"), field: "fileName" });
  return { fileName: name, workflow };
}
