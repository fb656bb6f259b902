/** Where a value stands in a form, as in `voice_setting.speed` and `style_codes[0]`. */
export type InputPath = string;

/** The path of what stands in another: a field of a group, or a line of a list. */
export const pathWithin = (outer: InputPath, inner: string | number): InputPath =>
  typeof inner === "number" ? `${outer}[${inner}]` : outer ? `${outer}.${inner}` : inner;

/** Reads a field that the server names (`inputParams.style_codes.0`, `style_codes[0]`) as a path in the form. */
export const readInputPath = (field: string): InputPath => field.replace(/^inputParams(\.|(?=\[)|$)/, "").replace(/\.(\d+)(?=\.|\[|$)/g, "[$1]");

/** The paths around one, from the nearest: `a.b[0]` stands in `a.b`, and that in `a`. */
export function pathsAround(path: InputPath): InputPath[] {
  const outer = path.replace(/(\[\d+\]|\.?[^.[\]]+)$/, "");
  return outer === "" || outer === path ? [] : [outer, ...pathsAround(outer)];
}
