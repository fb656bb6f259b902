import { jwtVerify } from "jose";
import { env } from "@/lib/env";
import { BoardsError } from "@/lib/errors";
import type { Identity } from "@/lib/users/ensure-user";

const text = (claim: unknown) => (typeof claim === "string" && claim !== "" ? claim : undefined);

/** Reads who a token of BOARDS_AUTH_PROVIDER=jwt speaks for: signature, algorithm, issuer, audience and times are checked. */
export async function verifyBearerToken(token: string): Promise<Identity> {
  const { jwtSecret = "", jwtAlgorithm } = env();
  const { payload } = await jwtVerify(token, new TextEncoder().encode(jwtSecret), {
    algorithms: [jwtAlgorithm],
    issuer: "boards",
    audience: "boards-api",
    requiredClaims: ["sub", "exp"],
  }).catch((cause: unknown) => {
    throw new BoardsError("auth.invalid_token", { cause });
  });
  return {
    authProvider: "jwt",
    authSubject: payload.sub ?? "",
    email: text(payload.email),
    displayName: text(payload.name),
    avatarUrl: text(payload.picture),
  };
}
