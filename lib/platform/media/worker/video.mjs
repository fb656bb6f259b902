// @ts-check
import { ALL_FORMATS, FilePathSource, Input, VideoSampleSink } from "mediabunny";
import sharp from "sharp";
import { assertDecodable, Refusal } from "./limits.mjs";

/** FFmpeg is loaded for what needs it. Functions that are deployed without it (next.config.mjs) read what containers tell, and decode nothing. */
const loadDecoders = () =>
  import("./decoders.mjs").catch((error) => {
    if (error.code !== "ERR_MODULE_NOT_FOUND") throw error;
    throw new Refusal("This kind of video can't be decoded here.");
  });

/**
 * Opens a video or sound for `work`, and closes it.
 * @template Result
 * @param {string} path
 * @param {(input: Input) => Promise<Result>} work
 */
export async function withMedia(path, work) {
  await loadDecoders().catch((/** @type {unknown} */ failure) => {
    if (!(failure instanceof Refusal)) throw failure;
  });
  const input = new Input({ source: new FilePathSource(path), formats: ALL_FORMATS });
  try {
    return await work(input);
  } finally {
    input.dispose();
  }
}

const thousandth = (/** @type {number} */ value) => Math.round(value * 1000) / 1000;

/**
 * What a video or sound says of itself, without decoding anything.
 * @param {Input} input
 */
export async function readTracks(input) {
  const [video, audio] = await Promise.all([input.getPrimaryVideoTrack(), input.getPrimaryAudioTrack()]);
  const size = video && { width: await video.getDisplayWidth(), height: await video.getDisplayHeight() };
  const statistics = await video?.computePacketStats(240);
  const duration = await input.computeDuration();
  return {
    hasVideo: Boolean(video),
    hasAudio: Boolean(audio),
    facts: {
      width: size?.width ?? null,
      height: size?.height ?? null,
      durationSeconds: Number.isFinite(duration) ? thousandth(duration) : null,
      frameRate: statistics && Number.isFinite(statistics.averagePacketRate) ? thousandth(statistics.averagePacketRate) : null,
      sampleRate: audio ? await audio.getSampleRate() : null,
      channels: audio ? await audio.getNumberOfChannels() : null,
    },
  };
}

/**
 * A frame as it is shown (turned, and with square pixels): the one at a second, counted from the first, or the last before it.
 * @param {Input} input
 * @param {number} second
 */
export async function decodeFrame(input, second) {
  const track = await input.getPrimaryVideoTrack();
  if (!track) throw new Refusal("The file contains no video.");
  assertDecodable({ width: await track.getCodedWidth(), height: await track.getCodedHeight() });
  if (!(await track.canDecode())) throw new Refusal("This kind of video can't be decoded here.");
  const sink = new VideoSampleSink(track);
  const first = await track.getFirstTimestamp();
  const sample = (await sink.getSample(first + second).catch(() => null)) ?? (await sink.getSample(first));
  if (!sample) throw new Error("The video has no image");
  try {
    return await drawSample(sample, { width: sample.displayWidth, height: sample.displayHeight });
  } finally {
    sample.close();
  }
}

/**
 * A decoded frame as it is shown, stretched to a size, as raw pixels.
 * @param {import("mediabunny").VideoSample} sample
 * @param {{ width: number, height: number }} size
 */
export async function drawSample(sample, size) {
  const { width, height } = sample.visibleRect;
  const { rgbaOf } = await loadDecoders();
  const { data, info } = await sharp(await rgbaOf(sample), { raw: { width, height, channels: 4 } })
    .rotate(sample.rotation)
    .flop(sample.flip)
    .resize({ ...size, fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}
