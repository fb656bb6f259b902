import {
  aspectRatio,
  duration,
  excludes,
  given,
  has,
  imageInput,
  imageInputs,
  type Json,
  negativePrompt,
  onlyWhile,
  promptFor,
  requires,
  resolution,
  z,
} from "@/lib/generators/contract/declare";

/** What the models of this family have in common. */
export const veoInput = z.object({
  prompt: promptFor("Describe the scene, the action and the audio.", { max: 4000, wire: "source.prompt" }),
  first_frame: imageInput({ title: "First frame", description: "The image the video starts with.", wire: "source.image" }).nullish(),
  last_frame: imageInput({
    title: "Last frame",
    description: "The image the video ends with. Needs a first frame.",
    wire: "config.lastFrame",
  }).nullish(),
  images: imageInputs({
    title: "Reference images",
    description: "Up to 3 images of a person, character or product to show. Not with frames.",
    max: 3,
    wire: "config.referenceImages",
  }).nullish(),
  aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9", "config.aspectRatio"),
  resolution: resolution(["720p", "1080p", "4k"], "720p", "config.resolution"),
  duration: duration([4, 6, 8], 8, "config.durationSeconds"),
  negative_prompt: negativePrompt(null).meta({ wire: "config.negativePrompt" }),
});

/** https://ai.google.dev/gemini-api/docs/video (read 2026-11-26) */
export const veoRules = [
  requires("last_frame", ["first_frame"], "A last frame needs a first frame"),
  excludes("images", ["first_frame", "last_frame"], "Reference images cannot be combined with a first or last frame"),
  onlyWhile(
    { anyOf: [has("resolution", "1080p", "4k"), given("images")] },
    "duration",
    [8],
    "1080p, 4K and reference images need a duration of 8 seconds",
  ),
];

/** References are told from frames by their kind. */
export const asVideoRequest = ({ config, ...request }: Record<string, Json>): Record<string, Json> => {
  const { referenceImages, ...others } = config as Record<string, Json>;
  const references = [referenceImages ?? []].flat().map((image) => ({ image, referenceType: "ASSET" }));
  return { ...request, config: { ...others, ...(references.length > 0 ? { referenceImages: references } : {}) } };
};

/** https://ai.google.dev/gemini-api/docs/deprecations (read 2026-09-17) */
export const veoDeprecated = { on: "2026-10-22", use: "google-gemini-omni-1-1-flash" };
