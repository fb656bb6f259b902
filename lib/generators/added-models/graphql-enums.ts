import { builder } from "@/lib/platform/graphql/builder";
import { lowerCased } from "@/lib/platform/graphql/enums";

export const AddedModelState = builder.enumType("AddedModelState", { values: lowerCased("DRAFT", "OFFERED", "RETIRED") });
export const ModelChangeKind = builder.enumType("ModelChangeKind", { values: lowerCased("ADDED", "REMOVED", "CHANGED") });
export const ModelFieldKind = builder.enumType("ModelFieldKind", {
  values: lowerCased("ARTIFACT", "TEXT", "CHOICE", "NUMBER", "SWITCH", "GROUP", "LIST"),
});
export const ModelSourceKind = builder.enumType("ModelSourceKind", {
  description: "Where a model's description comes from: the provider, or an uploaded file.",
  values: lowerCased("PROVIDER", "FILE"),
});
export const ModelPriceUnit = builder.enumType("ModelPriceUnit", {
  description: "The unit a price is for.",
  values: lowerCased("REQUEST", "IMAGE", "MEGAPIXEL", "SECOND", "CHARACTER"),
});
