// @ts-check
import { AudioSampleSink } from "mediabunny";

const peakCount = 300;
/** How much of each part of a sound is listened to: of ten minutes all. */
const secondsOfEach = 2;

/**
 * How loud a sound is from its beginning to its end, one byte a part, the loudest 255: its waveform. Null where it cannot be decoded, or
 * takes longer than until `deadline` (of `Date.now()`).
 * @param {import("mediabunny").Input} input
 * @param {number} deadline
 */
export async function readPeaks(input, deadline) {
  const track = await input.getPrimaryAudioTrack();
  if (!track || !(await track.canDecode())) return null;
  const first = await track.getFirstTimestamp();
  const step = ((await track.computeDuration()) - first) / peakCount;
  if (!Number.isFinite(step) || step <= 0) return null;
  const peaks = new Float64Array(peakCount);
  const sink = new AudioSampleSink(track);
  for (const [from, to] of windowsOf(first, step))
    for await (const sample of sink.samples(from, to)) {
      try {
        hear(sample, (sample.timestamp - first) / step, 1 / (sample.sampleRate * step), peaks);
      } finally {
        sample.close();
      }
      if (Date.now() > deadline) return null;
    }
  const loudest = Math.max(...peaks);
  return Buffer.from(peaks.map((peak) => (loudest > 0 ? Math.round((peak / loudest) * 255) : 0))).toString("base64");
}

/**
 * @param {number} first
 * @param {number} step
 * @returns {[from: number, to: number][]}
 */
function windowsOf(first, step) {
  if (step <= secondsOfEach) return [[first, first + step * peakCount]];
  return Array.from({ length: peakCount }, (_, index) => [first + index * step, first + index * step + secondsOfEach]);
}

/**
 * @param {import("mediabunny").AudioSample} sample
 * @param {number} place where it begins, in parts
 * @param {number} pace parts a frame
 * @param {Float64Array} peaks
 */
function hear(sample, place, pace, peaks) {
  const values = new Float32Array(sample.numberOfFrames);
  for (let planeIndex = 0; planeIndex < sample.numberOfChannels; planeIndex++) {
    sample.copyTo(values, { planeIndex, format: "f32-planar" });
    for (let frame = 0; frame < values.length; frame++) {
      const part = Math.floor(place + frame * pace);
      const loudness = Math.abs(values[frame] ?? 0);
      if (part >= 0 && part < peakCount && loudness > (peaks[part] ?? 0)) peaks[part] = loudness;
    }
  }
}
