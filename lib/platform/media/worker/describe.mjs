// @ts-check
import { join } from "node:path";
import sharp from "sharp";
import { decodeImage, readImageHeader } from "./image.mjs";
import { Refusal } from "./limits.mjs";
import { looksOf } from "./looks.mjs";
import { readPeaks } from "./peaks.mjs";
import { writeStrip } from "./strip.mjs";
import { decodeFrame, readTracks, withMedia } from "./video.mjs";

const previewWidths = [320, 640, 1280];
/** For images of which a preview is all that most browsers show. */
const fullWidth = 2560;
/** The most that WebP can hold. */
const previewHeight = 16_383;
const posterSecond = 0.5;
/** For what is only a convenience: a waveform, and frames to look through. */
const extrasMs = 8000;

/**
 * Tells a file's facts as soon as they are read, then makes its previews, `<folder>/<width>.webp`, and what belongs to its kind: the
 * waveform of a sound, and frames of a video, `<folder>/strip.webp`.
 * @param {{ path: string, artifactType: string, folder: string }} job
 * @param {(part: object) => void} tell
 */
export async function describe({ path, artifactType, folder }, tell) {
  if (artifactType === "image") return describeImage(path, folder, tell);
  return withMedia(path, async (input) => {
    const tracks = await attempt(() => readTracks(input));
    if ("failure" in tracks) return { isDamaged: true, previewWidths: [] };
    const { facts, hasAudio, hasVideo } = tracks.value;
    if (!hasAudio && !hasVideo) return { isDamaged: true, previewWidths: [] };
    const hasWanted = artifactType === "audio" ? hasAudio : hasVideo;
    tell({ facts, hasWanted });
    const deadline = Date.now() + extrasMs;
    if (artifactType === "audio") {
      const peaks = await attempt(() => readPeaks(input, deadline));
      return { isDamaged: false, previewWidths: [], peaks: "value" in peaks ? peaks.value : null };
    }
    if (!hasVideo) return { isDamaged: false, previewWidths: [] };
    const frame = await attempt(() => decodeFrame(input, posterSecond));
    if ("failure" in frame) return withoutPreview(frame.failure);
    const previews = { isDamaged: false, ...(await writePreviews(frame.value, folder, previewWidths)) };
    // Kept, whatever becomes of the rest.
    tell(previews);
    const strip = await attempt(() => writeStrip(input, join(folder, "strip.webp"), deadline));
    return { ...previews, stripFrames: "value" in strip ? strip.value : 0 };
  });
}

/**
 * @param {string} path
 * @param {string} folder
 * @param {(part: object) => void} tell
 */
async function describeImage(path, folder, tell) {
  const read = await attempt(() => readImageHeader(path));
  if ("failure" in read) return { isDamaged: true, previewWidths: [] };
  const header = read.value;
  tell({ facts: { width: header.width, height: header.height } });
  const widths = header.isShownByBrowsers ? previewWidths : [...previewWidths, fullWidth];
  const image = await attempt(() => decodeImage(path, header, { width: widths.at(-1) ?? fullWidth, height: previewHeight }));
  if ("failure" in image) return { ...withoutPreview(image.failure), isDamaged: !(image.failure instanceof Refusal) };
  const { isDamaged, ...pixels } = image.value;
  return { isDamaged, ...(await writePreviews(pixels, folder, widths)) };
}

/** @param {unknown} failure */
const withoutPreview = (failure) => ({
  isDamaged: false,
  previewWidths: [],
  previewProblem: failure instanceof Refusal ? failure.message : null,
});

/**
 * @param {{ data: Buffer, raw: { width: number, height: number, channels: 1 | 2 | 3 | 4 } }} pixels
 * @param {string} folder
 * @param {number[]} widths
 */
async function writePreviews({ data, raw }, folder, widths) {
  const looks = await looksOf(sharp(data, { raw, limitInputPixels: false }));
  const fitting = widths.filter((width) => width <= raw.width);
  const chosen = fitting.length > 0 ? fitting : widths.slice(0, 1);
  for (const width of chosen)
    await sharp(data, { raw, limitInputPixels: false })
      .resize({ width, height: previewHeight, fit: "inside", withoutEnlargement: true })
      .webp({ quality: 80 })
      .toFile(join(folder, `${width}.webp`));
  return { previewWidths: chosen, ...looks };
}

/**
 * @template Value
 * @param {() => Promise<Value>} work
 * @returns {Promise<{ value: Value } | { failure: unknown }>}
 */
async function attempt(work) {
  try {
    return { value: await work() };
  } catch (failure) {
    return { failure };
  }
}
