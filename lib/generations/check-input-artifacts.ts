import type { ArtifactType, CostFacts } from "@/lib/generators/contract/define-generator";
import { generationsVisibleTo } from "@/lib/identity/access/board-policy";
import { say } from "@/lib/messages/say";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { db } from "@/lib/platform/db/client";
import { BoardsError } from "@/lib/platform/errors";

/** An artifact that the inputs name. */
export interface InputArtifact {
  generationId: string;
  role: string;
  artifactType: ArtifactType;
}

/**
 * Makes sure that every named artifact exists, may be seen by the viewer, is complete and of the right type; the error names the field.
 * Answers how long they are, since prices may depend on it.
 */
export async function checkInputArtifacts(viewer: Viewer, inputs: InputArtifact[]): Promise<CostFacts> {
  if (inputs.length === 0) return { seconds: (_id, fallback) => fallback };
  const rows = await db().generation.findMany({
    where: { id: { in: inputs.map((input) => input.generationId) }, ...generationsVisibleTo(viewer) },
    select: { id: true, status: true, artifactType: true, storageKey: true, durationSeconds: true },
  });
  const found = new Map(rows.map((row) => [row.id, row]));
  for (const { generationId, role, artifactType } of inputs) {
    const refuse = (message: string) => new BoardsError("generation.input_unusable", { message, field: `inputParams.${role}` });
    const row = found.get(generationId);
    if (!row) throw refuse(say("reasons.generation.inputMissing", { id: generationId }));
    if (row.artifactType !== artifactType)
      throw refuse(say("reasons.generation.inputType", { id: generationId, expected: artifactType, actual: row.artifactType }));
    if (row.status !== "completed" || !row.storageKey)
      throw refuse(say("reasons.generation.inputIncomplete", { id: generationId, status: row.status }));
  }
  return { seconds: (id, fallback) => found.get(id ?? "")?.durationSeconds ?? fallback };
}
