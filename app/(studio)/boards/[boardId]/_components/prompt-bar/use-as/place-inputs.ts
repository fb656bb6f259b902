import { type BoardGeneration, shownFields } from "@boards/client";
import { type Draft, type DraftForm, valuesOf, withValue } from "../draft/draft";
import { type ArtifactField, idsOf, roleOf, slotsOf, takes, withArtifact } from "../draft/slots";

/** A result that is to be an input. */
type Input = Pick<BoardGeneration, "id" | "artifactType">;

/** A draft with results put into the slots of a form that take them, in their order, and those that found no room. */
interface PlacedInputs<Each extends Input> {
  draft: Draft;
  placed: Each[];
  rest: Each[];
}

/**
 * Fills what has to be filled first, then lists up to their limit, then what is empty, and at last a single slot that held something else. A mask is
 * drawn for one image: nothing is put there unasked.
 */
export function placeInputs<Each extends Input>(draft: Draft, form: DraftForm, inputs: readonly Each[]): PlacedInputs<Each> {
  const filled = new Set<string>();
  const result: PlacedInputs<Each> = { draft, placed: [], rest: [] };
  for (const input of inputs) {
    const values = valuesOf(result.draft, form);
    const slots = slotsOf(shownFields(form.fields, values)).filter((slot) => roleOf(slot) !== "mask");
    const isThere = slots.some((slot) => slot.artifactType === input.artifactType && idsOf(values[slot.name]).includes(input.id));
    const rankOf = ({ name, isList, isRequired, minimum }: ArtifactField) => {
      const held = idsOf(values[name]).length;
      if (isRequired && held < Math.max(1, minimum)) return 0;
      return isList ? 1 : held === 0 ? 2 : 3;
    };
    const [slot] = slots
      .filter((each) => !filled.has(each.name) && takes(each, values[each.name], input.artifactType))
      .sort((one, other) => rankOf(one) - rankOf(other));
    if (isThere) {
      result.placed.push(input);
    } else if (slot) {
      if (!slot.isList) filled.add(slot.name);
      result.draft = withValue(result.draft, form, slot.name, withArtifact(slot, values[slot.name], input.id));
      result.placed.push(input);
    } else {
      result.rest.push(input);
    }
  }
  return result;
}
