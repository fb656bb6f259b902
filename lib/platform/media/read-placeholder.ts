import { MediaFailure } from "@/lib/platform/media/media-process";
import { runMediaJob } from "@/lib/platform/media/run-media-job";

const timeLimitMs = 10_000;

/** A preview as a ThumbHash in base64; null when it cannot be read. */
export async function readPlaceholder(path: string): Promise<string | null> {
  try {
    const { placeholder } = (await runMediaJob({ kind: "placeholder", path }, { timeLimitMs })) as { placeholder: string };
    return placeholder;
  } catch (error) {
    if (!(error instanceof MediaFailure)) throw error;
    return null;
  }
}
