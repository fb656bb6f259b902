import { confirmUpload } from "@/lib/artifacts/direct-upload";
import { requireViewer } from "@/lib/auth/viewer";
import { door } from "@/lib/door";
import { uploadAnswerOf } from "@/lib/rest/upload-answer";

export { preflight as OPTIONS } from "@/lib/guard-route";
export const dynamic = "force-dynamic";

/** `POST /api/uploads/direct/{ticket}/confirm`: checks what was sent and puts it on the board. */
export const POST = door(
  { audit: "POST /api/uploads/direct/{ticket}/confirm" },
  async (_request, visit, { params }: { params: Promise<{ ticket: string }> }) => {
    const viewer = requireViewer(visit.viewer, undefined, "generate");
    return Response.json(uploadAnswerOf(await confirmUpload(viewer, (await params).ticket)));
  },
);
