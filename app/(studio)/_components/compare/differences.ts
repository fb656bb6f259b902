/** Values of one parameter, one for each compared result; undefined where it has none. */
export interface Difference {
  name: string;
  values: unknown[];
}

/** The parameters in which results differ, the prompt first. */
export function differencesOf(parameters: readonly Record<string, unknown>[]): Difference[] {
  const names = [...new Set(parameters.flatMap((each) => Object.keys(each)))];
  return names
    .map((name) => ({ name, values: parameters.map((each) => each[name] ?? undefined) }))
    .filter(({ values }) => new Set(values.map((value) => JSON.stringify(value))).size > 1)
    .sort((one, other) => Number(other.name === "prompt") - Number(one.name === "prompt"));
}
