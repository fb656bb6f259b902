import {
  forbiddenOptions,
  freshValue,
  type InputField,
  type InputRule,
  type InputValues,
  initialValues,
  ruleAgainst,
  shownFields,
  sliderEnds,
} from "@boards/client";

/** How much of a form a person fills in. */
export type Diligence = "required" | "every field" | "every field to its limit";

/** Fills a generator's form as a person would: what it starts with, then one field after the other, with what the form offers. */
export function fillForm(fields: InputField[], rules: InputRule[], diligence: Diligence): InputValues {
  let values = initialValues(fields);
  const filled = new Set<string>();
  // What is filled in can bring others into sight.
  for (let next = nextOf(); next; next = nextOf()) {
    filled.add(next.name);
    if (next.isRequired ? diligence === "required" && isThere(next, values[next.name]) : diligence === "required") continue;
    const given = valueFor(next, rules, fields, values, diligence);
    // What a rule forbids as the others stand can't be given.
    if (given !== undefined && !ruleAgainst(next.name, given, rules, fields, values)) values = { ...values, [next.name]: given };
  }
  return values;

  function nextOf(): InputField | undefined {
    return shownFields(fields, values).find(({ name }) => !filled.has(name));
  }
}

const isThere = (field: InputField, value: unknown) =>
  field.kind === "list" || field.kind === "group"
    ? false
    : value !== null && value !== undefined && value !== "" && !(Array.isArray(value) && value.length === 0);

const id = (number: number) => `0192aaaa-0000-7000-8000-${String(number).padStart(12, "0")}`;

function valueFor(field: InputField, rules: InputRule[], fields: InputField[], values: InputValues, diligence: Diligence): unknown {
  const isFar = diligence === "every field to its limit";
  const within = (inner: InputField[], fresh: unknown): InputValues => ({ ...(fresh as InputValues), ...fillForm(inner, [], diligence) });
  switch (field.kind) {
    case "artifact": {
      const count = isFar ? field.maximum : field.minimum;
      const ids = Array.from({ length: Math.max(count, 1) }, (_, index) => id(fields.indexOf(field) * 100 + index));
      return field.isList ? ids : ids[0];
    }
    case "choice": {
      const forbidden = forbiddenOptions(field, rules, fields, values);
      const open = field.options.filter((option) => !forbidden.has(option));
      return isFar ? open.at(-1) : (open.find((option) => option !== field.initial) ?? open[0]);
    }
    case "switch":
      return forbiddenOptions(field, rules, fields, values).has(values[field.name] !== true) ? undefined : values[field.name] !== true;
    case "number": {
      const ends = sliderEnds(field);
      const least = ends?.first ?? field.minimum ?? field.multipleOf ?? 1;
      return isFar ? (ends?.last ?? field.maximum ?? least) : least;
    }
    case "color":
      return "#b8431a";
    case "date":
      return field.hasTime ? "2026-11-26T12:00:00.000Z" : "2026-11-26";
    case "group":
      return within(field.fields, freshValue({ ...field, initial: null }));
    case "list": {
      const count = isFar ? Math.min(field.maximum, 50) : Math.max(field.minimum, 1);
      return Array.from({ length: count }, () => valueFor(field.item, [], [field.item], { item: freshValue(field.item) }, diligence));
    }
    case "union": {
      const branch = isFar ? field.branches.at(-1) : field.branches[0];
      return branch && valueFor(branch, rules, fields, values, diligence);
    }
    default:
      return textFor(field.minimumLength, field.maximumLength, field.pattern, isFar);
  }
}

const samples = ["A lighthouse at dusk, waves below", "01234567", "00:00:05", "1024x1024", "en", "#b8431a", "https://example.com/file", "a"];

function textFor(minimumLength: number, maximumLength: number | null, pattern: string | null, isFar: boolean): string {
  if (isFar && maximumLength !== null && pattern === null) return "x".repeat(maximumLength);
  const fits = (text: string) =>
    text.length >= minimumLength && text.length <= (maximumLength ?? Number.POSITIVE_INFINITY) && (!pattern || new RegExp(pattern, "u").test(text));
  const found = [...samples, "A lighthouse at dusk ".repeat(100).slice(0, minimumLength)].find(fits);
  if (found === undefined) throw new Error(`No text for ${pattern} from ${minimumLength} to ${maximumLength} characters`);
  return found;
}
