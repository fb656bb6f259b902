import { type NextRequest, NextResponse } from "next/server";
import { localRefusal } from "@/lib/auth/local-origin";

/** Runs before every request. */
export function proxy(request: NextRequest) {
  const refusal = process.env.BOARDS_LOCAL === "1" ? localRefusal(request.headers.get("host"), request.headers.get("origin")) : null;
  return refusal ? NextResponse.json({ detail: refusal, code: "FORBIDDEN" }, { status: 403 }) : NextResponse.next();
}
