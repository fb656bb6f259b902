import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";
import { ModelPriceUnit } from "./graphql-enums";

const commonFields = (t: Parameters<NonNullable<Parameters<typeof builder.inputType>[1]>["fields"]>[0]) => ({
  title: t.string({ description: "Default: as its provider calls it." }),
  description: t.string(),
  pricePer: t.field({ type: ModelPriceUnit, description: "Default: REQUEST." }),
  forInstallation: t.boolean({ description: "For all tenants: only admins of the installation." }),
});

/** A model of a provider. */
export const AddModelInput = builder.inputType("AddModelInput", {
  fields: (t) => ({
    provider: t.string({ required: true, description: "fal or replicate." }),
    model: t.string({ required: true, description: "Its id, or the address of its page." }),
    artifactType: t.field({ type: ArtifactTypeEnum, description: "What it makes, where its provider does not say." }),
    outputCount: t.int({ description: "How many results one request makes, where none of its inputs says so. 1 to 20; default: 1." }),
    priceUsd: t.float({ description: "Left out where the provider says what it costs." }),
    ...commonFields(t),
  }),
});

/** A file of ComfyUI's. */
export const AddComfyWorkflowInput = builder.inputType("AddComfyWorkflowInput", {
  fields: (t) => ({
    fileName: t.string({ required: true, description: "Names the model where the file does not." }),
    workflow: t.string({ required: true, description: "What the file holds: JSON, at most 262,144 characters." }),
    priceUsd: t.float({ description: "Default: 0." }),
    ...commonFields(t),
  }),
});

/** What a model costs. */
export const SetModelPriceInput = builder.inputType("SetModelPriceInput", {
  fields: (t) => ({
    id: t.field({ type: "UUID", required: true }),
    priceUsd: t.float({ required: true }),
    pricePer: t.field({ type: ModelPriceUnit, description: "Default: REQUEST." }),
  }),
});

/** What of a refreshed model to keep. */
export const RefreshModelInput = builder.inputType("RefreshModelInput", {
  fields: (t) => ({
    id: t.field({ type: "UUID", required: true }),
    workflow: t.string({ description: "The new file of a ComfyUI workflow. Others are read from their provider." }),
    confirmed: t.string({
      description: "The fingerprint of the difference that was looked at: keeps it as a new version, unless it has changed again since.",
    }),
  }),
});
