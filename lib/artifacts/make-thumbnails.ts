import { VideoSampleSink } from "mediabunny";
import sharp from "sharp";
import { openMedia, pixelLimit } from "@/lib/artifacts/media-facts";
import type { ArtifactType } from "@/lib/generators/define-generator";
import { currentStorage } from "@/lib/storage/current-storage";
import { thumbnailKey } from "@/lib/storage/storage-key";

const widths = [320, 640, 1280];
const posterSecond = 0.5;

/** Writes WebP previews beside the artifact (of a video: of an early frame) and answers their widths; none is larger than the picture. */
export async function makeThumbnails(path: string, artifactType: ArtifactType, storageKey: string): Promise<number[]> {
  const picture = artifactType === "image" ? sharp(path, { limitInputPixels: pixelLimit }) : artifactType === "video" ? await posterOf(path) : null;
  if (!picture) return [];
  const { autoOrient } = await picture.metadata();
  const fitting = widths.filter((width) => width <= autoOrient.width);
  const chosen = fitting.length > 0 ? fitting : [widths[0] ?? 320];
  for (const width of chosen) {
    const preview = await picture.clone().autoOrient().resize({ width, withoutEnlargement: true }).webp({ quality: 80 }).toBuffer();
    await currentStorage().write(thumbnailKey(storageKey, width), preview);
  }
  return chosen;
}

async function posterOf(path: string) {
  using input = openMedia(path);
  const track = await input.getPrimaryVideoTrack();
  if (!track || !(await track.canDecode())) return null;
  const sink = new VideoSampleSink(track);
  using sample = (await sink.getSample((await track.getFirstTimestamp()) + posterSecond)) ?? (await sink.getSample(await track.getFirstTimestamp()));
  if (!sample) return null;
  const pixels = new Uint8Array(sample.allocationSize({ format: "RGBA" }));
  await sample.copyTo(pixels, { format: "RGBA" });
  const raw = sharp(pixels, { raw: { width: sample.codedWidth, height: sample.codedHeight, channels: 4 } });
  return sharp(await raw.rotate(sample.rotation).png().toBuffer());
}
