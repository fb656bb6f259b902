import type { NextRequest } from "next/server";
import NextAuth from "next-auth";
import { nextAuthOptions } from "@/lib/auth/next-auth-options";
import { addressOf } from "@/lib/auth/request-address";
import { duringVisit, nobody } from "@/lib/auth/visit";

export const dynamic = "force-dynamic";

type Handler = (request: NextRequest, context: { params: Promise<{ nextauth: string[] }> }) => Promise<Response>;

/** `/api/auth/*`: browsers sign in and out here, by next-auth. There is no viewer yet; only where the request comes from is known. */
const handle: Handler = (request, context) => {
  const visit = {
    requestId: crypto.randomUUID(),
    ...nobody,
    ipAddress: addressOf(request),
    userAgent: request.headers.get("user-agent")?.slice(0, 400) ?? null,
  };
  return duringVisit(visit, () => (NextAuth(nextAuthOptions()) as Handler)(request, context));
};

export { handle as GET, handle as POST };
