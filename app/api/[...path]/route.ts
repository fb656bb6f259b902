import { BoardsError } from "@/lib/platform/errors";
import { guardRoute } from "@/lib/platform/http/guard-route";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** Every other address below `/api`: there is nothing, said as programs read it. */
const nothing = guardRoute({}, async () => {
  throw new BoardsError("request.not_found");
});

export { nothing as DELETE, nothing as GET, nothing as PATCH, nothing as POST, nothing as PUT };
