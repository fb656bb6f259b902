import type { DescriptionChange } from "@/lib/generators/model-schemas/compare-descriptions";
import type { MappedField, MappingProblem } from "@/lib/generators/model-schemas/map-model";
import { builder } from "@/lib/platform/graphql/builder";
import { ArtifactTypeEnum } from "@/lib/platform/graphql/enums";
import { ModelChangeKind, ModelFieldKind } from "./graphql-enums";

/** As many fields, problems or changes of a model are answered. */
export const maximumFields = 500;

/** What cannot be mapped. */
export const ModelProblem = builder.objectRef<MappingProblem>("ModelProblem").implement({
  description: "Something of a model's schema that has no place in a form, and why.",
  fields: (t) => ({
    field: t.exposeString("field", { description: "As in `elements.image_url`; `output` for what it makes." }),
    reason: t.exposeString("reason", { description: "For people: a sentence without full stop." }),
    isBlocking: t.exposeBoolean("isBlocking", { description: "Whether the model cannot be used because of it; otherwise the field is left out." }),
  }),
});

/** One input. */
export const ModelField = builder.objectRef<MappedField>("ModelField").implement({
  description: "An input of a model, as people see it before they add it.",
  fields: (t) => ({
    name: t.exposeString("name"),
    title: t.exposeString("title"),
    description: t.exposeString("description"),
    kind: t.expose("kind", { type: ModelFieldKind }),
    artifactType: t.expose("artifactType", { type: ArtifactTypeEnum, nullable: true, description: "Of a file." }),
    isRequired: t.exposeBoolean("isRequired"),
    isAdvanced: t.exposeBoolean("isAdvanced", { description: 'Shown under "More settings".' }),
    takes: t.exposeString("takes", { description: "What it takes, for people, as in `One of 16:9, 9:16; 16:9 unless set`." }),
  }),
});

/** One difference. */
export const ModelChange = builder.objectRef<DescriptionChange>("ModelChange").implement({
  description: "One difference between two versions of a model.",
  fields: (t) => ({
    kind: t.expose("kind", { type: ModelChangeKind }),
    field: t.exposeString("field", { description: "The input, as in `image_size`; `output` for what it makes; `price` and the like for the whole." }),
    change: t.exposeString("change", { description: "For people: a sentence without full stop." }),
    isBreaking: t.exposeBoolean("isBreaking", { description: "Whether requests that were right before may be refused now." }),
  }),
});
