import { uploadAnswerOf } from "@/lib/api/rest/upload-answer";
import { routeHandler } from "@/lib/api/route-handler";
import { confirmUpload } from "@/lib/generations/confirm-upload";
import { requireViewer } from "@/lib/platform/caller/viewer";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/uploads/direct/{ticket}/confirm`: puts what was sent on the board, to be checked. */
export const POST = routeHandler(
  { audit: "POST /api/uploads/direct/{ticket}/confirm" },
  async (_request, context, { params }: { params: Promise<{ ticket: string }> }) => {
    const viewer = requireViewer(context.viewer, "generate");
    return Response.json(await uploadAnswerOf(await confirmUpload(viewer, (await params).ticket)));
  },
);
