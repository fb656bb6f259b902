import {
  aspectRatio,
  audioInputs,
  duration,
  excludes,
  generateAudio,
  given,
  type InputRule,
  imageInputs,
  implies,
  promptFor,
  requires,
  videoInputs,
} from "@/lib/generators/contract/declare";

/** What the models of this family have in common. */
export const seedance2Fields = {
  prompt: promptFor("Describe the scene, the action and the camera.", { min: 3, max: 20_000 }),
  reference_image_sources: imageInputs({
    title: "Reference images",
    description: "People, products or styles to show, up to 9.",
    max: 9,
    wire: "reference_image_urls",
  }).nullish(),
  reference_video_sources: videoInputs({
    title: "Reference videos",
    description: "Videos whose motion to follow, up to 3.",
    max: 3,
    wire: "reference_video_urls",
  }).nullish(),
  reference_audio_sources: audioInputs({
    title: "Reference audio",
    description: "Audio to follow, up to 3.",
    max: 3,
    wire: "reference_audio_urls",
  }).nullish(),
  first_frame_image: imageInputs({
    title: "First frame",
    description: "The image the video starts with.",
    max: 1,
    wire: "first_frame_url",
    isSingle: true,
  }).nullish(),
  last_frame_image: imageInputs({
    title: "Last frame",
    description: "The image the video ends with. Needs a first frame.",
    max: 1,
    wire: "last_frame_url",
    isSingle: true,
  }).nullish(),
  aspect_ratio: aspectRatio(["16:9", "9:16", "1:1", "4:3", "3:4", "21:9", "adaptive"], "16:9"),
  duration: duration([4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15], 8),
  generate_audio: generateAudio(),
};

const references = ["reference_image_sources", "reference_video_sources", "reference_audio_sources"];

/** Frames and references are two ways of working, of which a request takes one. https://docs.kie.ai/market/bytedance/seedance-2 (read 2026-11-26) */
export const seedance2Rules: InputRule[] = [
  requires("last_frame_image", ["first_frame_image"], "A last frame needs a first frame"),
  excludes("first_frame_image", references, "A first or last frame cannot be combined with references"),
  {
    field: "reference_audio_sources",
    description: "Reference audio needs a reference image or video as well",
    ...implies(given("reference_audio_sources"), { anyOf: [given("reference_image_sources"), given("reference_video_sources")] }),
  },
];
