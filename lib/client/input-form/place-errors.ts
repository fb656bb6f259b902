import type { InputField } from "./input-field.ts";
import { type InputPath, pathsAround, pathWithin, readInputPath } from "./input-path.ts";
import { branchOf, type InputValues, shownFields } from "./input-values.ts";

/** One thing that the server said is wrong: the input as it names it, and a sentence. */
export interface ToldProblem {
  field: string;
  message: string;
}

/** Sentences by where they stand in the form; what belongs to no field that is shown is listed apart. */
export interface PlacedErrors {
  byPath: Map<InputPath, string>;
  elsewhere: string[];
}

/** Puts what the server said beside the fields it is about: at the field itself, or at the nearest one around it that is shown. */
export function placeErrors(fields: InputField[], values: InputValues, problems: readonly ToldProblem[]): PlacedErrors {
  const titles = titlesByPath(fields, values, "");
  const placed: PlacedErrors = { byPath: new Map(), elsewhere: [] };
  for (const { field, message } of problems) {
    const path = readInputPath(field);
    const place = [path, ...pathsAround(path)].find((each) => titles.has(each));
    if (place === undefined) placed.elsewhere.push(message);
    else if (!placed.byPath.has(place)) placed.byPath.set(place, place === path ? withTitle(message, field, titles.get(place) ?? "") : message);
  }
  return placed;
}

/** The server begins with the input's name, which the form shows under its title. */
function withTitle(message: string, field: string, title: string): string {
  const name = field.replace(/^inputParams\./, "");
  return message.startsWith(`${name} `) ? `${title}${message.slice(name.length)}` : message;
}

/** The title of every value that a form shows. */
function titlesByPath(fields: InputField[], values: InputValues, outer: InputPath): Map<InputPath, string> {
  return new Map(
    shownFields(fields, values).flatMap((field) => [...titlesOf(field, values[field.name], pathWithin(outer, field.name), field.title)]),
  );
}

function titlesOf(field: InputField, value: unknown, path: InputPath, title: string): Map<InputPath, string> {
  const own = new Map([[path, title]]);
  if (value === null || value === undefined) return own;
  if (field.kind === "group") return new Map([...own, ...titlesByPath(field.fields, value as InputValues, path)]);
  if (field.kind === "list" && Array.isArray(value))
    return new Map([...own, ...value.flatMap((item, index) => [...titlesOf(field.item, item, pathWithin(path, index), `${title} ${index + 1}`)])]);
  if (field.kind === "union") {
    const branch = branchOf(field, value);
    if (branch) return titlesOf(branch, value, path, title);
  }
  return own;
}
