import { type ArtifactKind, type GeneratorForm, type InputField, initialValues, type PlainField } from "@boards/client";
import { type ArtifactField, idsOf, roleOf, type SlotRole, slotsOf, slotValue } from "./slots";

/** Values of a form by field name. */
export type Values = Record<string, unknown>;

/** The part of a generator that a draft needs. */
export type DraftForm = Pick<GeneratorForm, "name" | "fields">;

/** An artifact of a draft, and the slot in which it stands with each generator that has been asked; those that have none for it keep it waiting. */
interface DraftArtifact {
  id: string;
  artifactType: ArtifactKind;
  role: SlotRole;
  places: Record<string, string>;
}

/** What someone is about to ask for on a board: one prompt and one set of artifacts for all generators, and the settings of each. */
export interface Draft {
  generatorName: string | null;
  /** Null until it is written, for a generator may bring one. */
  prompt: string | null;
  artifacts: DraftArtifact[];
  settings: Record<string, Values>;
}

export const emptyDraft: Draft = { generatorName: null, prompt: null, artifacts: [], settings: {} };

const mostGenerators = 20;

/** A field for text of several lines. */
export type LongTextField = Extract<PlainField, { kind: "text" | "longText" }>;

/** The field that the prompt is written into; undefined for a generator without one. */
export function promptFieldOf(fields: InputField[]): LongTextField | undefined {
  const texts = fields.filter((field): field is LongTextField => field.kind === "longText");
  return ["prompt", "text", "template"].map((name) => texts.find((field) => field.name === name)).find(Boolean) ?? texts[0];
}

/** The values of a generator's whole form. */
export function valuesOf(draft: Draft, { name, fields }: DraftForm): Values {
  const prompt = promptFieldOf(fields);
  return {
    ...initialValues(fields),
    ...draft.settings[name],
    ...(prompt && draft.prompt !== null ? { [prompt.name]: draft.prompt } : {}),
    ...Object.fromEntries(slotsOf(fields).map((slot) => [slot.name, slotValue(slot, placedIn(draft, name, slot))])),
  };
}

const placedIn = ({ artifacts }: Draft, generatorName: string, slot: ArtifactField) =>
  artifacts.filter(({ places }) => places[generatorName] === slot.name).map(({ id }) => id);

/** The draft with one field of a generator changed. */
export function withValue(draft: Draft, form: DraftForm, name: string, value: unknown): Draft {
  const field = form.fields.find((each) => each.name === name);
  if (field?.kind === "artifact") return { ...draft, artifacts: withSlot(draft.artifacts, form.name, field, idsOf(value)) };
  if (name === promptFieldOf(form.fields)?.name) return { ...draft, prompt: String(value ?? "") };
  // The one that was changed last stands last: the first are forgotten first.
  const { [form.name]: own, ...others } = draft.settings;
  const kept = Object.entries(others).slice(1 - mostGenerators);
  return { ...draft, settings: { ...Object.fromEntries(kept), [form.name]: { ...own, [name]: value } } };
}

/** A slot that holds these artifacts now; they stand in their order, before those of other slots that come after. */
function withSlot(artifacts: DraftArtifact[], generatorName: string, slot: ArtifactField, ids: string[]): DraftArtifact[] {
  const isHere = ({ places }: DraftArtifact) => places[generatorName] === slot.name;
  const before = artifacts.filter(isHere);
  const now = ids.map((id): DraftArtifact => {
    const at = before.findIndex((each) => each.id === id);
    const [known] = at < 0 ? [] : before.splice(at, 1);
    return known ?? { id, artifactType: slot.artifactType, role: roleOf(slot), places: { [generatorName]: slot.name } };
  });
  return [...artifacts.filter((each) => !isHere(each)), ...now];
}

/** The draft moved to another generator: the prompt goes along by itself, each artifact to a slot that takes it, and what finds none waits. */
export function withGenerator(draft: Draft, { name, fields }: DraftForm): Draft {
  const slots = slotsOf(fields);
  const counts = new Map<string, number>();
  const placed = new Map<DraftArtifact, string>();
  const place = (artifact: DraftArtifact, slot: ArtifactField | undefined) => {
    if (!slot) return;
    placed.set(artifact, slot.name);
    counts.set(slot.name, (counts.get(slot.name) ?? 0) + 1);
  };
  const hasRoom = (artifact: DraftArtifact, slot: ArtifactField) =>
    slot.artifactType === artifact.artifactType && (counts.get(slot.name) ?? 0) < (slot.isList ? slot.maximum : 1);
  // Where it stood here before, where a slot has the name of one it stood in, and then wherever it may stand.
  const fits: ((artifact: DraftArtifact, slot: ArtifactField) => boolean)[] = [
    ({ places }, slot) => places[name] === slot.name,
    ({ places, role }, slot) => roleOf(slot) === role && Object.values(places).includes(slot.name),
    ({ role }, slot) => roleOf(slot) === role,
  ];
  for (const isFit of fits)
    for (const artifact of draft.artifacts)
      if (!placed.has(artifact))
        place(
          artifact,
          slots.find((slot) => hasRoom(artifact, slot) && isFit(artifact, slot)),
        );
  const artifacts = draft.artifacts.map((artifact) => {
    const { [name]: _before, ...others } = artifact.places;
    const slot = placed.get(artifact);
    return { ...artifact, places: slot === undefined ? others : { ...others, [name]: slot } };
  });
  return { ...draft, generatorName: name, artifacts };
}

/** The draft with all settings of a generator at their defaults again; prompt and artifacts stay. */
export function withoutSettings(draft: Draft, generatorName: string, name?: string): Draft {
  const { [generatorName]: own = {}, ...others } = draft.settings;
  const kept = name === undefined ? {} : Object.fromEntries(Object.entries(own).filter(([field]) => field !== name));
  return { ...draft, settings: { ...others, [generatorName]: kept } };
}

/** The draft with the inputs of an earlier generation in place of its prompt, its artifacts and the settings of that generator. */
export function withInputs(draft: Draft, form: DraftForm, inputs: Values): Draft {
  const prompt = promptFieldOf(form.fields);
  const cleared = { ...draft, generatorName: form.name, prompt: prompt ? String(inputs[prompt.name] ?? "") : draft.prompt, artifacts: [] };
  const known = form.fields.filter(({ name }) => name in inputs && name !== prompt?.name);
  return known.reduce<Draft>((next, { name }) => withValue(next, form, name, inputs[name]), withoutSettings(cleared, form.name));
}
