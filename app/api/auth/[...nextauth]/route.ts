import { after, type NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/identity/sign-in/next-auth-options";
import { tidyAnswer } from "@/lib/identity/sign-in/tidy-answer";
import { addressOf, networkOf } from "@/lib/platform/caller/request-address";
import { duringRequest, nobody } from "@/lib/platform/caller/request-context";
import { guardRoute } from "@/lib/platform/http/guard-route";
import { countAgainst } from "@/lib/platform/limits/rate-limits";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

type Context = { params: Promise<{ nextauth: string[] }> };
type Handler = (request: NextRequest, context: Context) => Promise<Response>;

/** `/api/auth/*`: browsers sign in and out here, by next-auth. There is no viewer yet; only where the request comes from is known. */
const handle = guardRoute({}, async (request, context: Context) => {
  const [step, provider] = (await context.params).nextauth;
  // A password is only ever sent by POST; next-auth calls the rest a fault of the server.
  if (request.method === "GET" && step === "callback" && provider === "password")
    return new Response(null, { status: 405, headers: { allow: "POST" } });
  // Here next-auth would let anybody write into the log.
  if (step === "_log") return new Response(null, { status: 404 });
  const caller = {
    requestId: crypto.randomUUID(),
    ...nobody,
    ipAddress: addressOf(request),
    userAgent: request.headers.get("user-agent")?.slice(0, 400) ?? null,
  };
  await countAgainst("anonymous", networkOf(caller.ipAddress));
  const headers = new Headers();
  const afterwards = (work: () => Promise<void>) => after(() => duringRequest(caller, work));
  const options = nextAuthOptions({ headers, afterwards });
  const answer = await duringRequest(caller, () => (NextAuth(options) as Handler)(request as NextRequest, context));
  return tidyAnswer(answer, headers);
});

export { handle as GET, handle as POST };
