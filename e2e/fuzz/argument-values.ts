import fc from "fast-check";
import {
  type GraphQLEnumType,
  type GraphQLInputObjectType,
  type GraphQLInputType,
  isEnumType,
  isInputObjectType,
  isListType,
  isNonNullType,
} from "graphql";
import { type GeneratorForm, generatorRequest } from "./generator-requests";
import type { Kind } from "./known-values";
import { boolean, cursor, float, id, integer, json, known, list, oddText, type Taste, tasted, text, time } from "./values";

/** A ComfyUI workflow with a prompt and one image; each number makes another one. */
export const workflowOf = (steps: number) =>
  JSON.stringify({
    3: { class_type: "KSampler", inputs: { seed: 1, steps: (steps % 50) + 1, cfg: 7, positive: ["6", 0] } },
    6: { class_type: "CLIPTextEncode", inputs: { text: "" } },
    9: { class_type: "SaveImage", inputs: { images: ["3", 0] } },
  });

/** What values are made from: the field that takes them, and the generators that there are. */
export interface Making {
  taste: Taste;
  /** The query or mutation, and the input type: an `id` means something else in each. */
  place: string;
  generators: GeneratorForm[];
  ownUrl: string;
}

const kindsOfId: [RegExp, Kind][] = [
  [/ApiKey/, "apiKey"],
  [/Invitation/, "invitation"],
  [/Session/, "session"],
  [/ShareLink/, "shareLink"],
  [/ProviderJob/, "providerJob"],
  [/Model/i, "addedModel"],
  [/Tag/i, "tag"],
  [/batch/i, "batch"],
  [/Generation|regenerate/i, "generation"],
  [/Board/i, "board"],
  [/user/i, "user"],
];
const kindsOfField: Record<string, Kind> = {
  boardId: "board",
  userId: "user",
  generationId: "generation",
  parentGenerationId: "generation",
  ids: "generation",
  tagId: "tag",
  tagIds: "tag",
  addTagIds: "tag",
  removeTagIds: "tag",
};
const kindOf = (name: string, place: string): Kind => kindsOfField[name] ?? kindsOfId.find(([pattern]) => pattern.test(place))?.[1] ?? "board";

const fresh = (make: (random: number) => string) => fc.nat().map(make);
const unlessNull = (arbitrary: fc.Arbitrary<unknown>) => fc.option(arbitrary, { freq: 4 });

/** The strings that fit an argument of this name. */
function stringFor(name: string, { place, generators, ownUrl }: Making): fc.Arbitrary<unknown> | undefined {
  const names = generators.map((each) => each.name);
  const makers: Record<string, () => fc.Arbitrary<unknown>> = {
    token: () => known(/Invitation/.test(place) ? "invitationToken" : "shareToken"),
    invitationToken: () => known("invitationToken"),
    generatorName: () => fc.constantFrom(...names),
    generatorNames: () => fc.constantFrom(...names),
    providerName: () => fc.constantFrom(...new Set(generators.map((each) => each.provider))),
    name: () => (/allGenerators/.test(place) ? fc.constantFrom(...names) : fresh((random) => `name ${random}`)),
    email: () =>
      fc.oneof(
        known("email"),
        fresh((random) => `somebody-${random}@fuzz.example`),
      ),
    password: () => fresh((random) => `correct horse ${random}`),
    currentPassword: () => fc.constant("correct horse battery"),
    slug: () => (/tagBySlug/.test(place) ? known("tagSlug") : fresh((random) => `slug-${random}`)),
    artifactType: () => fc.constantFrom("image", "video", "audio", "text"),
    fileUrl: () => fc.oneof(known("filePath"), fc.constantFrom(`${ownUrl}/api/health`, "http://127.0.0.1:1/gone.png", "ftp://127.0.0.1/x")),
    avatarUrl: () => fc.constantFrom("https://example.com/me.png", ""),
    baseUrl: () => fc.constantFrom("http://127.0.0.1:1", ownUrl),
    apiKey: () => fresh((random) => `sk-fuzz-${random}`),
    externalJobId: () => known("externalJobId"),
    action: () => fc.constantFrom("createBoard", "signIn", "POST /api/uploads/artifact"),
    targetId: () => known("board"),
    provider: () => fc.constantFrom("fal", "replicate"),
    model: () => fc.constantFrom("fal-ai/flux/dev", "https://fal.ai/models/fal-ai/flux/dev", "black-forest-labs/flux-schnell"),
    workflow: () => fresh((random) => workflowOf(random)),
    confirmed: () => known("fingerprint"),
  };
  return makers[name]?.();
}

function scalar(typeName: string, name: string, making: Making): fc.Arbitrary<unknown> {
  const { taste } = making;
  // One that is taken would keep its owner out of the rounds that follow.
  if (name === "newPassword")
    return fc.oneof(
      fc.constant("correct horse battery"),
      oddText.filter((each) => each.length < 10 || each.length > 500),
    );
  if (typeName === "UUID") return tasted(taste, id(kindOf(name, making.place)));
  if (typeName === "String" || typeName === "ID")
    return tasted(taste, name === "after" || name === "before" ? cursor : text(stringFor(name, making)));
  if (typeName === "Int") return tasted(taste, name === "offset" ? integer(5, 0) : integer(name === "rating" || name === "minRating" ? 5 : 10));
  if (typeName === "Float") return tasted(taste, float);
  if (typeName === "Boolean") return tasted(taste, boolean);
  if (typeName === "DateTime") return tasted(taste, time);
  return tasted(taste, json);
}

const enumValue = (type: GraphQLEnumType, taste: Taste) =>
  tasted(taste, {
    fitting: fc.constantFrom(...type.getValues().map(({ name }) => name)),
    edge: fc.constantFrom(...type.getValues().map(({ name }) => name)),
    rubbish: fc.constantFrom<unknown>("", "NONE", 0, null, "image", []),
  });

/** Values for an argument or an input field of this name and type. */
function valueFor(name: string, type: GraphQLInputType, making: Making): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(name, type.ofType, making);
  return unlessNull(present(name, type, making));
}

function present(name: string, type: GraphQLInputType, making: Making): fc.Arbitrary<unknown> {
  if (isNonNullType(type)) return present(name, type.ofType, making);
  if (isListType(type)) return list(making.taste, present(name, type.ofType, making));
  if (isEnumType(type)) return enumValue(type, making.taste);
  if (isInputObjectType(type)) return inputObject(type, making);
  return scalar(type.name, name, making);
}

function inputObject(type: GraphQLInputObjectType, making: Making): fc.Arbitrary<unknown> {
  const inner = { ...making, place: `${making.place} ${type.name}` };
  return argumentsFor(Object.values(type.getFields()), inner);
}

interface Taker {
  name: string;
  type: GraphQLInputType;
  defaultValue?: unknown;
}

/** An object of values for these arguments or fields; what is optional is there half of the time. */
export function argumentsFor(takers: readonly Taker[], making: Making): fc.Arbitrary<Record<string, unknown>> {
  const model = Object.fromEntries(takers.map(({ name, type }) => [name, valueFor(name, type, making)]));
  const required = takers.filter(({ type, defaultValue }) => isNonNullType(type) && defaultValue === undefined).map(({ name }) => name);
  // A page without a length is a long one.
  const paging = takers.map(({ name }) => name).filter((name) => name === "limit" || name === "first");
  const asked = fc.record(model, { requiredKeys: making.taste === "rubbish" ? [] : [...required, ...paging] }) as fc.Arbitrary<
    Record<string, unknown>
  >;
  if (!("generatorName" in model && "inputParams" in model)) return asked.map((each) => withoutBothEnds(each, making.taste));
  // Name, type and inputs of a generator fit one another only when they are made together.
  const typed = "artifactType" in model;
  return fc.tuple(asked, generatorRequest(making)).map(([each, { artifactType, ...request }]) => ({
    ...each,
    ...request,
    ...(typed && making.taste === "fitting" ? { artifactType } : {}),
  }));
}

// A connection reads forwards or backwards.
function withoutBothEnds(values: Record<string, unknown>, taste: Taste): Record<string, unknown> {
  if (taste !== "fitting" || !("first" in values) || !("last" in values || "before" in values)) return values;
  const { last, before, ...forwards } = values;
  return forwards;
}
