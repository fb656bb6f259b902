import { MediaFailure } from "@/lib/platform/media/media-process";
import { runMediaJob } from "@/lib/platform/media/run-media-job";

const timeLimitMs = 10_000;

/** What a preview looks like. */
export interface Looks {
  /** A ThumbHash, in base64. */
  placeholder: string;
  /** 64 bits, "0110…", of which those of images that look alike share most. */
  perceptualHash: string;
}

/** What a stored preview looks like; null when it cannot be read. */
export async function readLooks(path: string): Promise<Looks | null> {
  try {
    return (await runMediaJob({ kind: "looks", path }, { timeLimitMs })) as unknown as Looks;
  } catch (error) {
    if (!(error instanceof MediaFailure)) throw error;
    return null;
  }
}
