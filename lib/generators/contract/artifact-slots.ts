import type * as z from "zod";
import type { ArtifactType, Generator } from "./define-generator";

/** An input that takes artifacts. */
export interface ArtifactSlot {
  field: string;
  artifactType: ArtifactType;
  isList: boolean;
}

/** The inputs of a generator that take artifacts, read from its schema. */
export function artifactSlotsOf(generator: Generator): ArtifactSlot[] {
  return Object.entries(generator.input.shape).flatMap(([field, schema]) => slotOf(field, schema as z.ZodType));
}

/** Every artifact that the inputs name, in order; the role in the lineage is the field's name. */
export function artifactIdsIn(generator: Generator, inputs: Record<string, unknown>) {
  return artifactSlotsOf(generator).flatMap(({ field, artifactType }) => {
    const ids = [inputs[field] ?? []].flat() as string[];
    return ids.map((generationId) => ({ generationId, role: field, artifactType }));
  });
}

function slotOf(field: string, schema: z.ZodType): ArtifactSlot[] {
  const marked = schema.meta()?.artifact as ArtifactType | undefined;
  if (marked) return [{ field, artifactType: marked, isList: false }];
  const { innerType, element } = (schema as unknown as { def: { innerType?: z.ZodType; element?: z.ZodType } }).def;
  if (element) return slotOf(field, element).map((slot) => ({ ...slot, isList: true }));
  return innerType ? slotOf(field, innerType) : [];
}
