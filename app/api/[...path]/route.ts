import { BoardsError } from "@/lib/errors";
import { guardRoute } from "@/lib/guard-route";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

/** Every other address below `/api`: there is nothing, said as programs read it. */
const nothing = guardRoute({}, async () => {
  throw new BoardsError("request.not_found");
});

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
