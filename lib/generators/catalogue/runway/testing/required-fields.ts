import { fieldsIn, typesIn } from "@/lib/testing/simulators/client-types";

const runwayTypes = new Map<string, Map<string, string[]>>();

/** The fields that a model at one of Runway's endpoints must be sent, as Runway's own client has them; undefined when it is not offered there. */
export function requiredAtRunway(endpoint: string, model: string): string[] | undefined {
  const known = runwayTypes.get(endpoint) ?? readRunwayTypes(endpoint);
  runwayTypes.set(endpoint, known);
  return known.get(model);
}

function readRunwayTypes(endpoint: string): Map<string, string[]> {
  const text = typesIn(`@runwayml/sdk/resources/${endpoint.replaceAll("_", "-")}.d.ts`);
  const nested = [...text.matchAll(/^ {4}interface \w+ \{\n([\s\S]*?)^ {4}\}/gm)].map(([, body = ""]) => ({ body, indent: 8 }));
  const whole = [...text.matchAll(/^export interface \w+Params \{\n([\s\S]*?)^\}/gm)].map(([, body = ""]) => ({ body, indent: 4 }));
  const models = [...nested, ...whole].flatMap(({ body, indent }) => {
    const [, model] = new RegExp(`^ {${indent}}model: '([^']+)'`, "m").exec(body) ?? [];
    const required = fieldsIn(body, indent).filter(({ isOptional }) => !isOptional);
    return model ? [[model, required.map(({ name }) => name)] as const] : [];
  });
  return new Map(models);
}
