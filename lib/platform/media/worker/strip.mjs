// @ts-check
import { EncodedPacketSink, VideoSampleSink } from "mediabunny";
import sharp from "sharp";
import { assertDecodable } from "./limits.mjs";
import { drawSample } from "./video.mjs";

const frameCount = 12;
/** Of the longer side of a frame, in pixels. */
const frameSide = 320;
/** What is shorter is seen whole faster than it is looked through. */
const leastSeconds = 0.5;
/** Of what is longer only frames are taken that can be decoded without those before them. */
const longSeconds = 60;

/**
 * Writes frames of a video side by side, from its beginning to its end, as WebP: to look through it without loading it. Answers how many
 * there are; 0 where it is too short, or takes longer than until `deadline` (of `Date.now()`).
 * @param {import("mediabunny").Input} input
 * @param {string} path
 * @param {number} deadline
 */
export async function writeStrip(input, path, deadline) {
  const track = await input.getPrimaryVideoTrack();
  if (!track) return 0;
  assertDecodable({ width: await track.getCodedWidth(), height: await track.getCodedHeight() });
  const size = within(await track.getDisplayWidth(), await track.getDisplayHeight());
  /** @type {Buffer[]} */
  const frames = [];
  for await (const sample of new VideoSampleSink(track).samplesAtTimestamps(await timesOf(track))) {
    if (!sample) continue;
    try {
      frames.push((await drawSample(sample, size)).data);
    } finally {
      sample.close();
    }
    if (Date.now() > deadline) return 0;
  }
  if (frames.length < frameCount) return 0;
  await sharp({ create: { width: size.width * frames.length, height: size.height, channels: 3, background: "#000" } })
    .composite(frames.map((input, index) => ({ input, raw: { ...size, channels: 3 }, left: index * size.width, top: 0 })))
    .webp({ quality: 60 })
    .toFile(path);
  return frames.length;
}

/** @param {import("mediabunny").InputVideoTrack} track */
async function timesOf(track) {
  const first = await track.getFirstTimestamp();
  const seconds = (await track.computeDuration()) - first;
  if (!Number.isFinite(seconds) || seconds < leastSeconds) return [];
  const times = Array.from({ length: frameCount }, (_, index) => first + (seconds * (index + 0.5)) / frameCount);
  if (seconds <= longSeconds) return times;
  const packets = new EncodedPacketSink(track);
  const keys = await Promise.all(times.map((time) => packets.getKeyPacket(time, { metadataOnly: true })));
  return keys.map((key, index) => key?.timestamp ?? times[index] ?? first);
}

/**
 * @param {number} width
 * @param {number} height
 */
function within(width, height) {
  const scale = Math.min(1, frameSide / Math.max(width, height));
  return { width: Math.max(1, Math.round(width * scale)), height: Math.max(1, Math.round(height * scale)) };
}
