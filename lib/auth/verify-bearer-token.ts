import { type JWTPayload, jwtVerify } from "jose";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import type { Identity } from "@/lib/users/ensure-user";
export async function verifyBearerToken(token: string): Promise<{ identity: Identity; claims: JWTPayload }> {
  const { jwtSecret = "", jwtAlgorithm } = env();
  const { payload } = await jwtVerify(token, new TextEncoder().encode(jwtSecret), {
    algorithms: [jwtAlgorithm],
    issuer: "boards",
    audience: "boards-api",
    requiredClaims: ["sub", "exp"],
  }).catch((cause: unknown) => {
    throw new BoardsError("auth.invalid_token", { cause });
  });
  return { identity: { authProvider: "jwt", authSubject: payload.sub ?? "" }, claims: payload };
}
