// @ts-check
import { AvFrameVideoSampleResource, registerMediabunnyServer, toAvFrame } from "@mediabunny/server";
import { ALL_FORMATS, FilePathSource, Input, VideoSample, VideoSampleSink } from "mediabunny";
import { CodecContext, Dictionary, Frame } from "node-av";
import sharp from "sharp";
import { assertDecodable, heldPixels, Refusal } from "./limits.mjs";

// Looking for graphics hardware takes longer than decoding a frame.
registerMediabunnyServer({ hardwareContext: null });

// A stream may hold larger frames than its container tells; FFmpeg itself looks at each before it makes room for it.
const open = CodecContext.prototype.open2;
CodecContext.prototype.open2 = function (codec, options) {
  const limited = options ?? new Dictionary();
  limited.set("max_pixels", String(heldPixels));
  return open.call(this, codec, limited);
};

/**
 * Opens a video or sound for `work`, and closes it.
 * @template Result
 * @param {string} path
 * @param {(input: Input) => Promise<Result>} work
 */
export async function withMedia(path, work) {
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
 * @param {VideoSample} sample
 * @param {{ width: number, height: number }} size
 */
export async function drawSample(sample, size) {
  const { width, height } = sample.visibleRect;
  const { data, info } = await sharp(await rgbaOf(sample), { raw: { width, height, channels: 4 } })
    .rotate(sample.rotation)
    .flop(sample.flip)
    .resize({ ...size, fit: "fill" })
    .removeAlpha()
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { data, raw: { width: info.width, height: info.height, channels: info.channels } };
}

// By FFmpeg, whoever decoded the frame: ProRes has a decoder of its own, which knows no RGB.
async function rgbaOf(/** @type {VideoSample} */ sample) {
  const frame = new Frame();
  frame.alloc();
  await toAvFrame(sample, frame);
  const shown = new VideoSample(new AvFrameVideoSampleResource(frame), { timestamp: 0 });
  try {
    const pixels = new Uint8Array(shown.allocationSize({ format: "RGBA" }));
    await shown.copyTo(pixels, { format: "RGBA" });
    return pixels;
  } finally {
    shown.close();
  }
}
