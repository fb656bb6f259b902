// @ts-check
import { AudioSampleSink, AudioSampleSource, FilePathTarget, Output, WavOutputFormat } from "mediabunny";
import sharp from "sharp";
import { decodeImage, readImageHeader } from "./image.mjs";
import { assertDecodable, Refusal } from "./limits.mjs";
import { decodeFrame, withMedia } from "./video.mjs";

/**
 * Writes an image upright, as TIFF without compression: a sixth of the work of a PNG, for a file that does not live long.
 * @param {{ path: string, output: string }} job
 */
export async function drawImage({ path, output }) {
  const header = await readImageHeader(path);
  // What is made of it holds it whole, however it was read.
  assertDecodable(header.stored);
  const { data, raw } = await decodeImage(path, header, header);
  await sharp(data, { raw }).tiff({ compression: "none" }).toFile(output);
  return { width: raw.width, height: raw.height };
}

/**
 * Writes one frame of a video as PNG.
 * @param {{ path: string, output: string, position: "first" | "last" | number }} job
 */
export async function drawFrame({ path, output, position }) {
  return withMedia(path, async (input) => {
    if (typeof position === "number") {
      const track = await input.getPrimaryVideoTrack();
      const end = track ? await track.computeDuration() : 0;
      if (track && position >= end) throw new Refusal(`The video ends after ${end.toFixed(2)} seconds; choose an earlier one.`);
    }
    const second = { first: 0, last: Number.POSITIVE_INFINITY }[position] ?? Number(position);
    const { data, raw } = await decodeFrame(input, second);
    await sharp(data, { raw }).png().toFile(output);
    return { width: raw.width, height: raw.height };
  });
}

/**
 * Writes the first seconds of a sound, or of a video's, as WAV.
 * @param {{ path: string, output: string, seconds: number }} job
 */
export async function writeSound({ path, output: outputPath, seconds }) {
  return withMedia(path, async (input) => {
    const track = await input.getPrimaryAudioTrack();
    if (!track) throw new Refusal("The file contains no audio.");
    if (!(await track.canDecode())) throw new Refusal("This kind of audio can't be decoded here.");
    const output = new Output({ format: new WavOutputFormat(), target: new FilePathTarget(outputPath) });
    const source = new AudioSampleSource({ codec: "pcm-s16" });
    output.addAudioTrack(source);
    await output.start();
    for await (const sample of new AudioSampleSink(track).samples(0, seconds)) {
      await source.add(sample);
      sample.close();
    }
    source.close();
    await output.finalize();
    return {};
  });
}
