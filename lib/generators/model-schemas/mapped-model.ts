import type { ArtifactType, DeclarativeGenerator } from "../contract/define-generator";
import type { ModelPrice, PriceUnit } from "../contract/model-description";

/** One input as admins see it before they add a model. */
export interface MappedField {
  /** Its name in our API; a provider's `guidanceScale` is `guidance_scale` here. */
  name: string;
  title: string;
  description: string;
  kind: "artifact" | "text" | "choice" | "number" | "switch" | "group" | "list";
  /** Of a file. */
  artifactType: ArtifactType | null;
  isRequired: boolean;
  isAdvanced: boolean;
  /** What it takes, for people: "One of 16:9, 9:16; default 16:9", "Up to 4 images". */
  takes: string;
}

/** What of a model cannot be mapped. */
export interface MappingProblem {
  /** As in `elements.image_url`; `output` for what it makes. */
  field: string;
  /** Why, in a sentence for people. */
  reason: string;
  /** Whether the model cannot be used because of it; otherwise the field is left out. */
  isBlocking: boolean;
}

/** What a generator of a mapped model needs beside its description. */
export interface AddedGeneratorOptions {
  /** Unique among all generators. Default: `added-<provider>-<model id>`. */
  name?: string;
  /** For people. Default: the provider's. */
  title?: string;
  price: ModelPrice;
}

/** A model as a generator of ours, or why it cannot be one. */
export interface MappedModel {
  /** Null while nobody knows what it makes. */
  artifactType: ArtifactType | null;
  fields: MappedField[];
  /** Where its results are; see read-path.ts. */
  output: string;
  problems: MappingProblem[];
  isUsable: boolean;
  /** What its price can count, as its inputs and outputs allow. `request` is always among them. */
  priceUnits: PriceUnit[];
  /** The provider's price, where it counts one of these. */
  price: ModelPrice | null;
  /** Throws `model.unusable` with every blocking problem. */
  generator(options: AddedGeneratorOptions): DeclarativeGenerator;
}

/** What an admin knows better than the description. */
export interface MappingChoices {
  artifactType?: ArtifactType;
  /** How many results one request makes, where no input says so. */
  outputCount?: number;
}
