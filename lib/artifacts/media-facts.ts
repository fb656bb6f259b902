import { registerMediabunnyServer } from "@mediabunny/server";
import { ALL_FORMATS, FilePathSource, Input } from "mediabunny";
import sharp from "sharp";
import { BoardsError } from "@/lib/errors";
import type { ArtifactType } from "@/lib/generators/define-generator";

registerMediabunnyServer();

/** Pictures of more pixels are refused: one would take gigabytes once decoded. */
export const pixelLimit = 100_000_000;

/** What a file says of itself; null where it does not apply. Pixels as shown, after rotation. */
export interface MediaFacts {
  width: number | null;
  height: number | null;
  durationSeconds: number | null;
  frameRate: number | null;
  sampleRate: number | null;
  channels: number | null;
}

/** Of a file that says nothing. */
export const noFacts: MediaFacts = { width: null, height: null, durationSeconds: null, frameRate: null, sampleRate: null, channels: null };

/** Opens a video or sound file; `using` it closes the file. */
export function openMedia(path: string): Input {
  return new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
}

/** Reads the facts from the file itself. */
export async function readMediaFacts(path: string, artifactType: ArtifactType): Promise<MediaFacts> {
  try {
    if (artifactType === "image") return await imageFacts(path);
    if (artifactType === "video" || artifactType === "audio") return await trackFacts(path);
    return noFacts;
  } catch (cause) {
    if (cause instanceof BoardsError) throw cause;
    throw new BoardsError("artifact.unreadable", { field: "file", message: `The file could not be read as ${artifactType}`, cause });
  }
}

async function imageFacts(path: string): Promise<MediaFacts> {
  const { autoOrient } = await sharp(path, { limitInputPixels: pixelLimit }).metadata();
  return { ...noFacts, width: autoOrient.width, height: autoOrient.height };
}

async function trackFacts(path: string): Promise<MediaFacts> {
  using input = openMedia(path);
  const [video, audio] = await Promise.all([input.getPrimaryVideoTrack(), input.getPrimaryAudioTrack()]);
  if (!video && !audio) throw new BoardsError("artifact.unreadable", { field: "file", message: "The file holds neither picture nor sound" });
  const statistics = await video?.computePacketStats(240);
  return {
    width: video?.displayWidth ?? null,
    height: video?.displayHeight ?? null,
    durationSeconds: Math.round((await input.computeDuration()) * 1000) / 1000,
    frameRate: statistics ? Math.round(statistics.averagePacketRate * 1000) / 1000 : null,
    sampleRate: audio?.sampleRate ?? null,
    channels: audio?.numberOfChannels ?? null,
  };
}
