import * as z from "zod";
import { isResult } from "./apply-answer";
import { requireSigningKey } from "./authorize";
import { HttpError, type Route } from "./http-server";
import { parseOperations } from "./operations";
import type { RunSupervisor } from "./run-supervisor";

const checkpointSchema = z.object({ qi_id: z.string().min(1), steps: z.unknown() });

/**
 * `POST /v1/checkpoint/:runId/async`: a call in flight sends the results of its steps before it goes on. They are stored before the answer;
 * 409 tells the call to stop.
 */
export function checkpointRoutes(supervisor: RunSupervisor, signingKey: string): Route[] {
  return [
    {
      method: "POST",
      path: "/v1/checkpoint/:id/async",
      handle: async (request) => {
        requireSigningKey(request, signingKey);
        const sent = checkpointSchema.safeParse(request.json());
        const operations = sent.success ? parseOperations(sent.data.steps) : undefined;
        if (!sent.success || !operations?.every(isResult)) throw new HttpError(400, "A checkpoint holds the call's qi_id and results of steps.");
        const [runId = ""] = request.parameters;
        if (await supervisor.take(runId, sent.data.qi_id, operations)) return { status: 200, body: { data: null } };
        throw new HttpError(409, `The run "${runId}" does not go on with this call.`);
      },
    },
  ];
}
