import { say } from "@/lib/messages/say";
import type { ArtifactType } from "../contract/define-generator";
import type { ModelDescription } from "../contract/model-description";
import { artifactNamed } from "../contract/task";
import { fileKindOf } from "./file-kind";
import { findSchemas, layoutOf } from "./find-schemas";
import { type FlatSchema, type Flatten, flattenerOf, orderedProperties, Unmappable } from "./flatten-schema";

/** Where a model's results are. */
export interface MappedOutput {
  /** Null when nothing says what is made. */
  artifactType: ArtifactType | null;
  /** See read-path.ts. */
  path: string;
  isList: boolean;
  /** Why there is no result that could be kept; null when there is one. */
  problem: string | null;
  /** Other files that the model makes, which are not kept. */
  others: string[];
}

/** A place in the result that holds files or texts; `artifactType` null for files of which nothing says what they are. */
interface Candidate {
  path: string;
  name: string;
  artifactType: ArtifactType | null;
  isList: boolean;
}

const deepest = 4;
const anyFile = "**";
/** Beside what was asked for. */
const aside = /mask|thumbnail|preview|depth|texture|frame|debug|original|input|logs?|timings|prompt|seed|config/;
const namesOfResults = /^(images?|videos?|audio|audio_file|output|outputs|result|model_glb|model_mesh|diffusers_lora_file|text|response|caption)$/;

/** Finds what a model makes in its output schema; where none is declared, every file in the result counts. */
export function mapOutput(flatten: Flatten, output: unknown, description: ModelDescription, chosen?: ArtifactType): MappedOutput {
  const root = layoutOf(description).resultRoot;
  const wanted = chosen ?? description.makes ?? null;
  const candidates = output === undefined ? [] : unlessUnmappable(() => candidatesIn(flatten, flatten(output), root));
  // A text model that says nothing of its result keeps it at the usual places.
  if (candidates.length === 0) return undeclared(wanted ?? saidToMake(description), root, output !== undefined && !isOpen(flatten, output));
  const known = candidates.map((each) => ({ ...each, artifactType: each.artifactType ?? wanted ?? saidToMake(description) }));
  const ranked = known.sort((one, other) => rank(one) - rank(other));
  const files = ranked.filter(({ artifactType }) => artifactType !== "text");
  const best = ranked.find(({ artifactType }) => artifactType === wanted) ?? files[0] ?? ranked[0];
  if (!best || best.artifactType === null) return { artifactType: null, path: best?.path ?? anyFile, isList: false, problem: unknown, others: [] };
  if (wanted && best.artifactType !== wanted)
    return {
      artifactType: wanted,
      path: anyFile,
      isList: false,
      problem: say("reasons.model.problem.otherKind", { wanted, found: best.artifactType }),
      others: [],
    };
  return {
    artifactType: best.artifactType,
    path: best.path,
    isList: best.isList,
    problem: null,
    others: files.filter((each) => each !== best && each.name !== best.name).map(({ name }) => name),
  };
}

/** Every place of a described model's result that could hold what is kept; empty where nothing is declared. */
export function outputPathsOf(description: ModelDescription): string[] {
  const { output } = findSchemas(description);
  if (output === undefined) return [];
  const flatten = flattenerOf(description.schema);
  const root = layoutOf(description).resultRoot;
  const found = unlessUnmappable(() => candidatesIn(flatten, flatten(output), root));
  return [...new Set(found.flatMap(({ path }) => path.split(" | ").map((each) => each.replace(/\+$/, ""))))];
}

const unknown = say("reasons.model.problem.unknownOutput");

function undeclared(artifactType: ArtifactType | null, root: string[], isOther: boolean): MappedOutput {
  if (isOther) return { artifactType, path: anyFile, isList: false, problem: say("reasons.model.problem.noOutput"), others: [] };
  if (artifactType === null)
    return { artifactType, path: anyFile, isList: false, problem: say("reasons.model.problem.undeclaredOutput"), others: [] };
  const at = (name: string) => [...root, name].join(".");
  const texts = root.length > 0 ? "output[]+ | output | " : "";
  const path = artifactType === "text" ? `${texts}${["output", "text", "response", "result"].map(at).join(" | ")}` : anyFile;
  return { artifactType, path, isList: false, problem: null, others: [] };
}

/** Whether a schema leaves open what comes, as Cog's `Any` does. */
function isOpen(flatten: Flatten, output: unknown): boolean {
  try {
    const { type, branches, properties } = flatten(output);
    return (type === undefined && branches.length === 0) || (type === "object" && !properties);
  } catch (error) {
    if (error instanceof Unmappable) return true;
    throw error;
  }
}

function candidatesIn(flatten: Flatten, schema: FlatSchema, path: string[], depth = 0): Candidate[] {
  const name = (path.at(-1) ?? "output").replace("[]", "");
  if (depth > deepest) return [];
  if (schema.branches.length > 1)
    return joined(
      schema.branches.flatMap((each) => candidatesIn(flatten, { ...each, description: each.description ?? schema.description }, path, depth)),
    );
  const here = { path: path.join("."), name, isList: path.some((step) => step.endsWith("[]")) };
  if (schema.type === "array" && schema.items !== undefined) {
    const item = flatten(schema.items, schema.trail);
    const inList = [...path.slice(0, -1), `${path.at(-1) ?? ""}[]`];
    if (schema["x-cog-array-display"] === "concatenate" && item.type === "string")
      return [{ path: `${inList.join(".")}+`, name, artifactType: "text", isList: false }];
    return candidatesIn(flatten, { ...item, description: item.description ?? schema.description }, inList, depth + 1);
  }
  if (schema.type === "string") {
    const kind = fileKindOf(name, schema, null);
    if (kind) return [{ ...here, artifactType: "artifactType" in kind ? kind.artifactType : null }];
    return schema.enum || aside.test(name) ? [] : [{ ...here, artifactType: "text" }];
  }
  if (!schema.properties) return [];
  const { url } = schema.properties;
  if (url !== undefined) return [{ ...here, path: [...path, "url"].join("."), artifactType: kindOfFile(name, schema) }];
  return orderedProperties(schema).flatMap(([key, raw]) =>
    unlessUnmappable(() => candidatesIn(flatten, flatten(raw, schema.trail), [...path, key], depth + 1)),
  );
}

/** fal's file objects: what they are says their field's name, or that of their type, as in `#/components/schemas/VideoFile`. */
function kindOfFile(name: string, { trail, title = "", description = "" }: FlatSchema): ArtifactType | null {
  const type = trail.at(-1)?.split("/").at(-1) ?? "";
  for (const words of [name, type, title, description]) {
    const split = words
      .replace(/([a-z])([A-Z])/g, "$1_$2")
      .toLowerCase()
      .split(/[^a-z0-9]+/);
    const found = artifactNamed(split.filter((word) => word !== "text" && word !== "json"));
    if (found) return found;
  }
  return null;
}

/** Alternatives at one place: a text or a list of them are read by either path. */
function joined(candidates: Candidate[]): Candidate[] {
  const [first, ...others] = candidates.toSorted((one, other) => Number(other.isList) - Number(one.isList));
  return first ? [{ ...first, path: [...new Set([first, ...others].map(({ path }) => path))].join(" | ") }] : [];
}

const rank = ({ name, path }: Candidate) => (aside.test(name) ? 100 : namesOfResults.test(name) ? 0 : 10) + path.split(".").length;

/** What a model's own words say that it makes: the last kind of file named in its title, else the one in its description. */
function saidToMake({ title, description, modelId }: ModelDescription): ArtifactType | null {
  for (const words of [title, modelId, description]) {
    const found = artifactNamed(
      words
        .toLowerCase()
        .split(/[^a-z0-9]+/)
        .filter((word) => word !== "text"),
    );
    if (found) return found;
  }
  return null;
}

function unlessUnmappable(work: () => Candidate[]): Candidate[] {
  try {
    return work();
  } catch (error) {
    if (error instanceof Unmappable) return [];
    throw error;
  }
}
