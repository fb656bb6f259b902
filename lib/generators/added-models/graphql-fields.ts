import type { DescriptionChange } from "@/lib/generators/model-schemas/compare-descriptions";
import type { MappedField, MappingProblem } from "@/lib/generators/model-schemas/map-model";
import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";
import { ModelChangeKind, ModelFieldKind } from "./graphql-enums";

/** As many fields, problems or changes of a model are answered. */
export const maximumFields = 500;

/** What cannot be mapped. */
export const ModelProblem = builder.objectRef<MappingProblem>("ModelProblem").implement({
  description: "A part of a model's schema that can't be shown in a form, and why.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "Such as `elements.image_url`, or `output` for the result." }),
    reason: t.exposeString("reason", { description: "Why, in a sentence for people." }),
    isBlocking: t.exposeBoolean("isBlocking", { description: "Whether this makes the model unusable. Otherwise the field is left out." }),
  }),
});

/** One input. */
export const ModelField = builder.objectRef<MappedField>("ModelField").implement({
  description: "A model's input, for review before it's added.",
  fields: (t) => ({
    name: t.exposeString("name"),
    title: t.exposeString("title"),
    description: t.exposeString("description"),
    kind: t.expose("kind", { type: ModelFieldKind }),
    artifactType: t.expose("artifactType", { type: ArtifactTypeEnum, nullable: true, description: "For file inputs." }),
    isRequired: t.exposeBoolean("isRequired"),
    isAdvanced: t.exposeBoolean("isAdvanced", { description: 'Shown under "More settings".' }),
    takes: t.exposeString("takes", { description: "Accepted values in words, such as `One of 16:9, 9:16; default 16:9`." }),
  }),
});

/** One difference. */
export const ModelChange = builder.objectRef<DescriptionChange>("ModelChange").implement({
  description: "A difference between two versions of a model.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ModelChangeKind }),
    field: t.exposeString("field", {
      description: "The input, such as `image_size`; `output` for the result; `price` and similar for the model itself.",
    }),
    change: t.exposeString("change", { description: "Human-readable, without a full stop." }),
    isBreaking: t.exposeBoolean("isBreaking", { description: "Whether requests that used to be valid may now be rejected." }),
  }),
});
