// @ts-check
// FFmpeg, as Mediabunny's decoders.
import { AvFrameVideoSampleResource, registerMediabunnyServer, toAvFrame } from "@mediabunny/server";
import { VideoSample } from "mediabunny";
import { CodecContext, Dictionary, Frame } from "node-av";
import { heldPixels } from "./limits.mjs";

// ProRes has a decoder with a thread of its own for each core it is told of, each of which reserves 540 MB: four are more than a process may have.
Object.defineProperty(navigator, "hardwareConcurrency", { value: 1 });

// Looking for graphics hardware takes longer than decoding a frame.
registerMediabunnyServer({ hardwareContext: null });

// A stream may hold larger frames than its container tells; FFmpeg itself looks at each before it makes room for it.
const open = CodecContext.prototype.open2;
CodecContext.prototype.open2 = function (codec, options) {
  const limited = options ?? new Dictionary();
  limited.set("max_pixels", String(heldPixels));
  // Some take one for each core otherwise, each with frames of its own.
  limited.set("threads", "1");
  return open.call(this, codec, limited);
};

/**
 * A frame as RGBA: by FFmpeg, whoever decoded it, since ProRes has a decoder of its own, which knows no RGB.
 * @param {VideoSample} sample
 */
export async function rgbaOf(sample) {
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
