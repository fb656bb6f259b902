import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";
import { ModelPriceUnit } from "./graphql-enums";

const commonFields = (t: Parameters<NonNullable<Parameters<typeof builder.inputType>[1]>["fields"]>[0]) => ({
  title: t.string({ description: "Defaults to the provider's name for it." }),
  description: t.string(),
  pricePer: t.field({ type: ModelPriceUnit, description: "Default: REQUEST." }),
  forInstallation: t.boolean({ description: "Applies to all tenants. Installation admins only." }),
});

/** A model of a provider. */
export const AddModelInput = builder.inputType("AddModelInput", {
  fields: (t) => ({
    provider: t.string({ required: true, description: "fal or replicate." }),
    model: t.string({ required: true, description: "The model's ID or the URL of its page." }),
    artifactType: t.field({ type: ArtifactTypeEnum, description: "The output type, if the provider doesn't publish it." }),
    outputCount: t.int({ description: "Results per request if no input sets it: 1 to 20, 1 by default." }),
    priceUsd: t.float({ description: "Omit it to use the provider's published price." }),
    ...commonFields(t),
  }),
});

/** A file of ComfyUI's. */
export const AddComfyWorkflowInput = builder.inputType("AddComfyWorkflowInput", {
  fields: (t) => ({
    fileName: t.string({ required: true, description: "Used as the model's name if the file has none." }),
    workflow: t.string({ required: true, description: "The file's JSON, up to 262,144 characters." }),
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
    workflow: t.string({ description: "A ComfyUI workflow's new file. Other models are fetched from their provider." }),
    confirmed: t.string({
      description: "The fingerprint of the reviewed changes. Saves them as a new version unless the model has changed again since.",
    }),
  }),
});
