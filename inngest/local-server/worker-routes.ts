import * as z from "zod";
import { requireSigningKey } from "./authorize";
import { HttpError, type Route, type RouteRequest } from "./http-server";
import type { WorkerList } from "./worker-list";

const announcementSchema = z.object({ url: z.url({ protocol: /^https?$/ }).max(500) });

/** `POST /v1/workers` announces a worker that serves the app's functions at `url`; `DELETE` says that it stops. */
export function workerRoutes(workers: WorkerList, signingKey: string): Route[] {
  const urlIn = (request: RouteRequest) => {
    requireSigningKey(request, signingKey);
    const announced = announcementSchema.safeParse(request.json());
    if (!announced.success) throw new HttpError(400, `The announcement is invalid: ${z.prettifyError(announced.error)}`);
    return new URL(announced.data.url).href;
  };
  return [
    {
      method: "POST",
      path: "/v1/workers",
      handle: async (request) => {
        if (!workers.announce(urlIn(request))) throw new HttpError(503, "There are too many workers.");
        return { status: 200, body: { data: null } };
      },
    },
    {
      method: "DELETE",
      path: "/v1/workers",
      handle: async (request) => {
        workers.forget(urlIn(request));
        return { status: 200, body: { data: null } };
      },
    },
  ];
}
