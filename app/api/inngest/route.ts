import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { inngest } from "@/inngest/client";
import { functions } from "@/inngest/functions";
import { ofEnv } from "@/lib/platform/env";
import { guardRoute } from "@/lib/platform/http/guard-route";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";
/** Seconds that a host such as Vercel lets one step take. */
export const maxDuration = 300;

/** A call brings what all steps of its run have answered so far: as much as Inngest keeps of one run. */
const maxBodyBytes = 33_554_432;

type Method = "GET" | "POST" | "PUT";
type Handler = (request: NextRequest, context: unknown) => Promise<Response>;

/** Made on the first request, not on import: a build evaluates this module without any configuration. */
const handlers = ofEnv(
  ({ inngestServeOrigin }): Record<Method, Handler> =>
    serve({ client: inngest, functions, serveOrigin: inngestServeOrigin, enableUnauthedSync: false }),
);

/** `/api/inngest`: the function engine calls here. It is told our address by the settings, and all that it asks for has to be signed. */
const handlerOf = (method: Method) =>
  guardRoute({ maxBodyBytes }, (request, context: unknown) => handlers()[method](request as NextRequest, context));

export const GET = handlerOf("GET");
export const POST = handlerOf("POST");
export const PUT = handlerOf("PUT");
