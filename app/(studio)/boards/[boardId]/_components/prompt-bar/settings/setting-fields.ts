import { type InputField, type PlainField, plainFieldsOf } from "@boards/client";
import { chipFieldsOf } from "../chips/chip-fields";
import { promptFieldOf } from "../draft/draft";

/** Whether a setting is not as the generator would have it. */
export const isChanged = ({ name, initial }: PlainField, values: Record<string, unknown>): boolean =>
  JSON.stringify(values[name] ?? null) !== JSON.stringify(initial ?? null);

/** What stands in the settings: every plain field that neither the prompt nor a chip shows. */
export function settingFieldsOf(shown: InputField[]): PlainField[] {
  const prompt = promptFieldOf(shown);
  const plain = plainFieldsOf(shown).filter((field) => field !== prompt);
  const chips = new Set<PlainField>(chipFieldsOf(plain).map(({ field }) => field));
  return plain.filter((field) => !chips.has(field));
}
