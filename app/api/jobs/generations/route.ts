import { requireViewer } from "@/lib/auth/viewer";
import { door } from "@/lib/door";
import { createGeneration } from "@/lib/generations/create-generation";
import { readJson } from "@/lib/rest/read-json";
import { jobRequest } from "@/lib/rest/shapes";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/jobs/generations`: asks for a generation, by the same rules as `createGeneration`. */
export const POST = door({ audit: "POST /api/jobs/generations" }, async (request, visit) => {
  const viewer = requireViewer(visit.viewer, "to create a generation", "generate");
  const { board_id, generator_name, artifact_type, input_params } = await readJson(request, jobRequest);
  const { id } = await createGeneration(viewer, {
    boardId: board_id,
    generatorName: generator_name,
    artifactType: artifact_type,
    inputParams: input_params,
  });
  return Response.json({ generation_id: id });
});
