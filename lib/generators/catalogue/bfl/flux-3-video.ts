import {
  aspectRatio,
  choice,
  defineGenerator,
  excludes,
  generateAudio,
  given,
  imageInput,
  type Json,
  onlyWhile,
  promptFor,
  requires,
  resolution,
  videoInput,
  whole,
  z,
} from "@/lib/generators/contract/declare";

const upTo15 = ["auto", 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15] as const;
const durations = [...upTo15, 16, 17, 18, 19, 20] as const;
const usdPerSecond = { hd: 0.17, fhd: 0.29, qhd: 0.4, uhd: 0.8 };
const continuedUsdPerSecond = { hd: 0.41, fhd: 0.53, qhd: 0.65, uhd: 0.95 };

/** What is given decides what is done: text alone, from images, or on from a video. */
const asVideoRequest = ({ first_frame, last_frame, video, ...request }: Record<string, Json>): Record<string, Json> => {
  if (video) return { ...request, mode: "v2v", start_video: video };
  if (!first_frame) return { ...request, mode: "t2v" };
  return { ...request, mode: "i2v", keyframes: [first_frame, ...(last_frame ? [last_frame] : [])] };
};

export const flux3Video = defineGenerator({
  provider: "bfl",
  name: "bfl-flux-3-video",
  title: "FLUX.3 Video (BFL)",
  description: "Generate video with audio from text or frames, or continue a video, with FLUX.3, on Black Forest Labs.",
  vendor: "Black Forest Labs",
  task: "text/image/video-to-video",
  artifactType: "video",
  endpoint: "flux-3-video",
  source: { page: "https://docs.bfl.ai/flux_3/flux3_video", readOn: "2026-11-26" },
  input: z.object({
    prompt: promptFor("Describe the shots, the camera and the audio. Write HARD CUT between shots."),
    first_frame: imageInput({ title: "First frame", description: "The image the video starts with." }).nullish(),
    last_frame: imageInput({ title: "Last frame", description: "The image the video ends with. Needs a first frame." }).nullish(),
    video: videoInput({ title: "Video to continue", description: "MP4 of up to 15 seconds. The result is what follows it." }).nullish(),
    aspect_ratio: aspectRatio(["auto", "21:9", "2:1", "16:9", "4:3", "1:1", "3:4", "9:16", "9:21"], "auto"),
    resolution: resolution(["hd", "fhd", "qhd", "uhd"], "hd"),
    duration: choice(durations, "auto", { title: "Duration", description: "In seconds. Auto fits the content." }),
    generate_audio: generateAudio(),
    safety_tolerance: whole(0, 4, 2, { title: "Safety tolerance", description: "0 is the strictest.", isAdvanced: true }),
  }),
  rules: [
    requires("last_frame", ["first_frame"], "A last frame needs a first frame"),
    excludes("video", ["first_frame", "last_frame"], "A video to continue cannot be combined with frames"),
    onlyWhile(given("video"), "duration", upTo15, "Continuing a video is limited to 15 seconds"),
  ],
  request: asVideoRequest,
  output: "sample",
  costUsd: ({ duration, resolution, video }) => {
    const longest = video ? 15 : 20;
    return (duration === "auto" ? longest : duration) * (video ? continuedUsdPerSecond : usdPerSecond)[resolution];
  },
});
