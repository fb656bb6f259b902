import { readJson } from "@/lib/api/rest/read-json";
import { jobRequest } from "@/lib/api/rest/shapes";
import { routeHandler } from "@/lib/api/route-handler";
import { createGeneration } from "@/lib/generations/create-generation";
import { requireViewer } from "@/lib/platform/caller/viewer";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/jobs/generations`: asks for a generation, by the same rules as `createGeneration`. */
export const POST = routeHandler({ audit: "POST /api/jobs/generations" }, async (request, context) => {
  const viewer = requireViewer(context.viewer, "generate");
  const { board_id, generator_name, artifact_type, input_params } = await readJson(request, jobRequest);
  const { id } = await createGeneration(viewer, {
    boardId: board_id,
    generatorName: generator_name,
    artifactType: artifact_type,
    inputParams: input_params,
  });
  return Response.json({ generation_id: id });
});
