import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { countCharacters } from "@/lib/platform/text/characters";
import { literal } from "@/lib/platform/text/like-literal";
import type { Prisma } from "@/prisma/generated/client";

/** As long as a name or an address can be. */
const maximumQuery = 255;

/**
 * Users whose name holds this text, in whatever case, or whose e-mail address does, where `byAddress`; a condition of a query that names the tenant
 * and runs as the installation, since row-level security looks at every account anew.
 */
export function peopleWith(query: string, byAddress: boolean): Prisma.UserWhereInput {
  if (countCharacters(query) > maximumQuery)
    throw new BoardsError("input.invalid", { message: say("reasons.input.tooLong", { name: "query", maximum: maximumQuery }), field: "query" });
  const text = { contains: literal(query.trim()), mode: "insensitive" } as const;
  return { OR: [{ displayName: text }, ...(byAddress ? [{ account: { email: text } }] : [])] };
}
