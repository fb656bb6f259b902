import { uploadAnswerOf } from "@/lib/api/rest/upload-answer";
import { routeHandler } from "@/lib/api/route-handler";
import { confirmUpload } from "@/lib/generations/artifacts/direct-upload";
import { requireViewer } from "@/lib/platform/caller/viewer";

export { preflight as OPTIONS } from "@/lib/platform/http/guard-route";
export const dynamic = "force-dynamic";
/** Seconds that a host such as Vercel lets a file take. With the same limit as /api/inngest, it is one function with it: FFmpeg is carried once. */
export const maxDuration = 300;

/** `POST /api/uploads/direct/{ticket}/confirm`: checks what was sent and puts it on the board. */
export const POST = routeHandler(
  { audit: "POST /api/uploads/direct/{ticket}/confirm" },
  async (_request, context, { params }: { params: Promise<{ ticket: string }> }) => {
    const viewer = requireViewer(context.viewer, "generate");
    return Response.json(await uploadAnswerOf(await confirmUpload(viewer, (await params).ticket)));
  },
);
