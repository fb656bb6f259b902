import type { AudioSampleSource, VideoSampleSource } from "mediabunny";
import * as z from "zod";
import { defineGenerator, type GeneratorContext } from "@/lib/generators/contract/define-generator";
import { audioInput, color, imageInputs } from "@/lib/generators/contract/fields";
import { say } from "@/lib/messages/say";
import { loadMedia, loadSharp, openMedia } from "./media";

const sizes = { "16:9": [1280, 720], "1:1": [960, 960], "9:16": [720, 1280] } as const;
const fadeSeconds = 0.5;

export const slideshow = defineGenerator({
  provider: "local",
  name: "slideshow",
  title: "Slideshow",
  description: "Turns images into an MP4 video, with optional audio. Runs on this server, without AI.",
  artifactType: "video",
  input: z.object({
    images: imageInputs({ title: "Images", description: "In the order they are shown.", min: 1, max: 20 }),
    audio: audioInput({ title: "Audio", description: "Starts with the video and is cut to its length." }).nullish(),
    seconds_per_image: z
      .number()
      .min(0.5)
      .max(10)
      .multipleOf(0.5)
      .default(2)
      .meta({ title: "Seconds per image", description: "How long each image is shown." }),
    transition: z.enum(["crossfade", "none"]).default("crossfade").meta({ title: "Transition", description: "How one image changes to the next." }),
    aspect_ratio: z.enum(["16:9", "1:1", "9:16"]).default("16:9").meta({ title: "Aspect ratio", description: "Width to height of the video." }),
    frames_per_second: z
      .union([z.literal(12), z.literal(24), z.literal(30)])
      .default(24)
      .meta({ title: "Frames per second", description: "Higher is smoother but slower to render." }),
    background: color("#14213d", { title: "Background", description: "Color around images with a different aspect ratio." }),
  }),
  costUsd: () => 0,
  async run(inputs, context) {
    const { AudioSampleSource, FilePathTarget, Mp4OutputFormat, Output, Quality, VideoSampleSource } = await loadMedia();
    const path = context.temporaryPath("mp4");
    const output = new Output({ format: new Mp4OutputFormat(), target: new FilePathTarget(path) });
    const video = new VideoSampleSource({ codec: "avc", quality: new Quality("high") });
    output.addVideoTrack(video, { frameRate: inputs.frames_per_second });
    const sound = inputs.audio ? new AudioSampleSource({ codec: "aac", quality: new Quality("high") }) : null;
    if (sound) output.addAudioTrack(sound);
    await output.start();
    try {
      await writeFrames(inputs, context, video);
      if (sound && inputs.audio) await writeSound(inputs.audio, inputs.images.length * inputs.seconds_per_image, context, sound);
      await output.finalize();
    } catch (error) {
      await output.cancel();
      throw error;
    }
    await context.storeVideo({ path });
  },
});

type Inputs = Parameters<typeof slideshow.run>[0];

async function writeFrames(
  { images, seconds_per_image, transition, aspect_ratio, frames_per_second: rate, background }: Inputs,
  context: GeneratorContext,
  video: VideoSampleSource,
) {
  const [{ VideoSample }, sharp] = await Promise.all([loadMedia(), loadSharp()]);
  const [width, height] = sizes[aspect_ratio];
  const load = async (index: number) => {
    const { path } = await context.resolveImage(images[index] ?? "");
    return sharp(path).resize({ width, height, fit: "contain", background }).flatten({ background }).ensureAlpha().raw().toBuffer();
  };
  const framesPerImage = Math.round(seconds_per_image * rate);
  const fadeFrames = transition === "crossfade" ? Math.min(Math.round(fadeSeconds * rate), framesPerImage) : 0;
  let next: Promise<Buffer> | null = load(0);
  for (let index = 0; index < images.length; index++) {
    const image = (await next) as Buffer;
    next = index + 1 < images.length ? load(index + 1) : null;
    const following = await next;
    for (let frame = 0; frame < framesPerImage; frame++) {
      const number = index * framesPerImage + frame;
      const fade = (frame - (framesPerImage - fadeFrames)) / (fadeFrames + 1);
      const pixels = following && fade > 0 ? blend(image, following, fade) : image;
      using sample = new VideoSample(pixels, {
        format: "RGBA",
        codedWidth: width,
        codedHeight: height,
        timestamp: number / rate,
        duration: 1 / rate,
      });
      await video.add(sample);
      if (frame % 6 === 0)
        await context.publishProgress(
          (number / (images.length * framesPerImage)) * 0.95,
          say("reasons.local.image", { number: index + 1, count: images.length }),
        );
    }
  }
  video.close();
}

function blend(from: Buffer, to: Buffer, share: number): Buffer {
  const mixed = Buffer.allocUnsafe(from.length);
  const weight = Math.round(share * 256);
  for (let index = 0; index < from.length; index++) mixed[index] = ((from[index] ?? 0) * (256 - weight) + (to[index] ?? 0) * weight) >> 8;
  return mixed;
}

async function writeSound(id: string, seconds: number, context: GeneratorContext, sound: AudioSampleSource) {
  const { path } = await context.resolveSound(id, seconds);
  const { AudioSampleSink } = await loadMedia();
  using input = await openMedia(path);
  const track = await input.getPrimaryAudioTrack();
  if (!track) throw new Error(say("reasons.local.silent"));
  for await (using sample of new AudioSampleSink(track).samples(0, seconds)) {
    context.signal.throwIfAborted();
    await sound.add(sample);
  }
  sound.close();
}
