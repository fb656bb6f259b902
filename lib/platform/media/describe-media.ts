import { say } from "@/lib/messages/say";
import { log } from "@/lib/platform/log";
import { MediaFailure } from "@/lib/platform/media/media-process";
import { runMediaJob } from "@/lib/platform/media/run-media-job";

const timeLimitMs = 30_000;

/** What a file says of itself; null where it does not apply or cannot be read. Pixels as shown, after rotation. */
export interface MediaFacts {
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  frameRate: number | null;
  sampleRate: number | null;
  channels: number | null;
}

/** What is known of a file. */
export interface MediaDescription {
  facts: MediaFacts;
  /** Widths of the previews in the folder, each `<width>.webp`. */
  previewWidths: number[];
  /** The preview as a ThumbHash, in base64; null when there is none. */
  placeholder: string | null;
  /** The preview as 64 bits, "0110…", of which those of images that look alike share most; null when there is none. */
  perceptualHash: string | null;
  /** How many frames of a video lie side by side in `strip.webp` of the folder. */
  stripFrames: number;
  /** The waveform of a sound: 300 bytes in base64, the loudest 255; null for other kinds, and where it cannot be read. */
  peaks: string | null;
  isDamaged: boolean;
  /** Why there is no preview, for people; null when there is one, or when none belongs to this kind of file. */
  previewNote: string | null;
  /** Whether a video holds video, and a sound sound; null when that cannot be read. */
  hasWanted: boolean | null;
}

/** Of a file that has none. */
export const noFacts: MediaFacts = { width: null, height: null, durationSeconds: null, frameRate: null, sampleRate: null, channels: null };

const nothing: MediaDescription = {
  facts: noFacts,
  previewWidths: [],
  placeholder: null,
  perceptualHash: null,
  stripFrames: 0,
  peaks: null,
  isDamaged: false,
  previewNote: null,
  hasWanted: null,
};

/** What a media process tells, in parts. */
interface Found extends Partial<Omit<MediaDescription, "facts">> {
  facts?: Partial<MediaFacts>;
  previewProblem?: string | null;
}

type MediaType = "image" | "video" | "audio";

/** Whether files of this kind have facts to read and previews to make. */
export const isMedia = (artifactType: string): artifactType is MediaType => ["image", "video", "audio"].includes(artifactType);

/** Reads a file's facts and makes its previews in a folder. Whatever the file does to the decoder costs only what was not read yet. */
export async function describeMedia(path: string, artifactType: MediaType, folder: string): Promise<MediaDescription> {
  const described = { ...nothing, facts: { ...noFacts } };
  const take = ({ facts, ...found }: Found) => Object.assign(described, found, facts && { facts: { ...noFacts, ...facts } });
  try {
    const { previewProblem, ...found } = (await runMediaJob(
      { kind: "describe", path, artifactType, folder },
      { timeLimitMs, onPart: take },
    )) as Found;
    take(found);
    if (previewProblem) described.previewNote = say("reasons.media.noPreview", { problem: previewProblem });
  } catch (error) {
    if (!(error instanceof MediaFailure)) throw error;
    log.warn({ path, artifactType, reason: error.reason, message: error.message }, "could not read a file's metadata");
    const isTooCostly = error.reason === "memory" || error.reason === "time";
    if (isTooCostly && described.previewWidths.length === 0)
      described.previewNote = say("reasons.media.previewTooCostly", { resource: error.reason });
  }
  if (artifactType !== "audio" && described.previewWidths.length === 0) described.previewNote ??= say("reasons.media.previewUndecodable");
  return described;
}
