import * as z from "zod";
import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import type { DeclarativeGenerator, Json } from "../contract/define-generator";
import type { ModelDescription } from "../contract/model-description";
import { findSchemas, layoutOf } from "./find-schemas";
import { type FlatSchema, type Flatten, flattenerOf, Unmappable } from "./flatten-schema";
import { mapInputs } from "./map-inputs";
import { mapOutput } from "./map-output";
import type { AddedGeneratorOptions, MappedModel, MappingChoices, MappingProblem } from "./mapped-model";
import { costFunction, priceUnitsOf } from "./price-model";

export type { AddedGeneratorOptions, MappedField, MappedModel, MappingChoices, MappingProblem } from "./mapped-model";

const mostResults = 20;

/** Maps a described model to a generator. The same description gives the same generator, whenever it is done. */
export function mapModel(description: ModelDescription, choices: MappingChoices = {}): MappedModel {
  const { input, output } = findSchemas(description);
  const flatten = flattenerOf(description.schema);
  const result = mapOutput(flatten, output, description, choices.artifactType);
  const read = readInput(flatten, input);
  const inputs = mapInputs({ flatten, task: description.task }, read.schema, result.isList);
  const problems: MappingProblem[] = [
    ...(read.problem ? [read.problem] : []),
    ...inputs.problems,
    ...(result.problem ? [{ field: "output", reason: result.problem, isBlocking: true }] : []),
    ...result.others.map((name) => ({ field: `output.${name}`, reason: say("reasons.model.problem.otherOutput"), isBlocking: false })),
  ];
  const { shape, fields, rules, wrapped } = inputs;
  const priceUnits = priceUnitsOf(shape, fields, result.artifactType);
  const blocking = problems.filter(({ isBlocking }) => isBlocking);
  return {
    artifactType: result.artifactType,
    fields,
    output: result.path,
    problems,
    isUsable: blocking.length === 0,
    priceUnits,
    price: description.price && priceUnits.includes(description.price.per) ? description.price : null,
    generator,
  };

  function generator({ name = nameOf(description), title = description.title, price }: AddedGeneratorOptions): DeclarativeGenerator {
    const { artifactType } = result;
    if (blocking.length > 0 || artifactType === null)
      throw new BoardsError("model.unusable", {
        message: say("reasons.model.blocked", { problems: blocking.map(({ field, reason }) => `${field}: ${reason}`).join(" ") }),
      });
    if (!priceUnits.includes(price.per))
      throw new BoardsError("input.invalid", {
        field: "price",
        message: say("reasons.model.priceUnit", { unit: price.per, units: priceUnits.join(" or ") }),
      });
    const { outputCount } = choices;
    return {
      provider: description.provider,
      name,
      title,
      description: description.description || say("reasons.model.description", { model: description.modelId, provider: layoutOf(description).title }),
      artifactType,
      vendor: description.modelId.split("/")[0] ?? description.modelId,
      task: description.task ?? `${fields.find((field) => field.artifactType)?.artifactType ?? "text"}-to-${artifactType}`,
      source: { page: description.page, readOn: description.readOn },
      endpoint: description.endpoint,
      input: z.object(shape),
      ...(rules.length > 0 ? { rules } : {}),
      ...(wrapped.size > 0 ? { request: (request) => wrap(request, wrapped) } : {}),
      ...(outputCount ? { outputCount: () => Math.min(outputCount, mostResults) } : {}),
      output: result.path,
      costUsd: costFunction(shape, fields, price),
    };
  }
}

/** The name that a generator of this model has unless it is given another one. */
const nameOf = ({ provider, modelId }: Pick<ModelDescription, "provider" | "modelId">): string =>
  `added-${provider}-${modelId
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "")}`;

const empty: FlatSchema = { isNullable: false, branches: [], trail: [] };

function readInput(flatten: Flatten, input: Json | undefined): { schema: FlatSchema; problem: MappingProblem | null } {
  const blocked = (reason: string) => ({ schema: empty, problem: { field: "input", reason, isBlocking: true } });
  if (input === undefined) return blocked(say("reasons.model.problem.noInput"));
  try {
    const schema = flatten(input);
    if (schema.properties || (schema.type === "object" && schema.branches.length === 0)) return { schema, problem: null };
    const [first] = schema.branches.filter(({ properties }) => properties);
    if (!first) return blocked(say("reasons.model.problem.noFields"));
    const reason = say("reasons.model.problem.severalInputs", { count: schema.branches.length });
    return { schema: first, problem: { field: "input", reason, isBlocking: false } };
  } catch (error) {
    if (error instanceof Unmappable) return blocked(error.message);
    throw error;
  }
}

/** Puts files that the provider takes within objects into those. */
function wrap(request: Record<string, Json>, wrapped: Map<string, string>): Record<string, Json> {
  const within = (holder: Record<string, Json>, [step = "", ...rest]: string[], key: string): Record<string, Json> => {
    const value = Object.hasOwn(holder, step) ? holder[step] : undefined;
    if (value === undefined) return holder;
    if (rest.length > 0) return { ...holder, [step]: within(value as Record<string, Json>, rest, key) };
    return { ...holder, [step]: (value as Json[]).map((file) => ({ [key]: file })) };
  };
  return [...wrapped].reduce((whole, [path, key]) => within(whole, path.split("."), key), request);
}
