import type { ArtifactKind, InputField } from "@boards/client";

/** An input that takes artifacts. */
export type ArtifactField = Extract<InputField, { kind: "artifact" }>;

/** What an artifact is to a generator: only these are not exchanged for one another. */
export type SlotRole = "last" | "mask" | "view" | "other";

/** The inputs of a form that take artifacts. */
export const slotsOf = (fields: InputField[]): ArtifactField[] => fields.filter((field): field is ArtifactField => field.kind === "artifact");

/** The role of a slot, from its name and title. */
export function roleOf({ name, title }: Pick<ArtifactField, "name" | "title">): SlotRole {
  const words = `${name} ${title}`.toLowerCase();
  if (/mask/.test(words)) return "mask";
  if (/(^|[_ ])(last|end|tail)[_ ]/.test(words)) return "last";
  if (/\bview\b/.test(words)) return "view";
  return "other";
}

/** The ids that a slot's value holds. */
export const idsOf = (value: unknown): string[] => [value ?? []].flat() as string[];

/** The value of a slot that holds these ids. */
export const slotValue = (slot: ArtifactField, ids: string[]): unknown => (slot.isList ? ids.slice(0, slot.maximum) : (ids[0] ?? null));

/** The value of a slot with one artifact more; a single slot takes the new one instead of the old. */
export function withArtifact(slot: ArtifactField, value: unknown, id: string): unknown {
  return slot.isList ? slotValue(slot, [...idsOf(value), id]) : id;
}

/** Whether a slot could take an artifact of this kind, as it stands: a single one changes what it holds. */
export function takes(slot: ArtifactField, value: unknown, artifactType: ArtifactKind | string): boolean {
  return slot.artifactType === artifactType && (!slot.isList || idsOf(value).length < slot.maximum);
}

/** The first slot with room that takes this kind, else the first single one; undefined when none does. */
export function slotFor(fields: InputField[], values: Record<string, unknown>, artifactType: string): ArtifactField | undefined {
  const fitting = slotsOf(fields).filter((slot) => takes(slot, values[slot.name], artifactType));
  return fitting.find((slot) => idsOf(values[slot.name]).length === 0) ?? fitting.find((slot) => slot.isList) ?? fitting[0];
}
