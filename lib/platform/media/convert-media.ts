import { say } from "@/lib/messages/say";
import { BoardsError } from "@/lib/platform/errors";
import { MediaFailure } from "@/lib/platform/media/media-process";
import { runMediaJob } from "@/lib/platform/media/run-media-job";

const timeLimitMs = 60_000;

/** Writes any image that is accepted upright, as uncompressed TIFF; throws `generation.input_unusable` for one that cannot be decoded within limits. */
export function drawImage(path: string, output: string, signal: AbortSignal) {
  return convert({ kind: "image", path, output }, signal) as Promise<{ width: number; height: number }>;
}

/** Writes one frame of a video as it is shown, at a second or at an end, as PNG. */
export function drawFrame(path: string, output: string, position: "first" | "last" | number, signal: AbortSignal) {
  return convert({ kind: "frame", path, output, position }, signal) as Promise<{ width: number; height: number }>;
}

/** Writes the first seconds of a sound as WAV. */
export async function writeSound(path: string, output: string, seconds: number, signal: AbortSignal): Promise<void> {
  await convert({ kind: "sound", path, output, seconds }, signal);
}

async function convert(job: object, signal: AbortSignal): Promise<object> {
  try {
    return await runMediaJob(job, { timeLimitMs, signal });
  } catch (error) {
    if (!(error instanceof MediaFailure)) throw error;
    const sentences = {
      refused: error.message,
      memory: say("reasons.media.inputTooLarge"),
      time: say("reasons.media.inputTooSlow"),
      failed: say("reasons.media.inputUndecodable"),
    };
    throw new BoardsError("generation.input_unusable", { message: sentences[error.reason], cause: error });
  }
}
