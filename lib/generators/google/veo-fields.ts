import { aspectRatio, duration, imageInput, imageInputs, type Json, negativePrompt, promptFor, resolution, z } from "../declare";

/** What the models of this family have in common. */
export const veoInput = z
  .object({
    prompt: promptFor("What happens in the video, and what is heard.", { max: 4000, wire: "source.prompt" }),
    first_frame: imageInput({ title: "First frame", description: "What the video begins with.", wire: "source.image" }).nullish(),
    last_frame: imageInput({
      title: "Last frame",
      description: "What the video ends with; needs a first frame.",
      wire: "config.lastFrame",
    }).nullish(),
    images: imageInputs({
      title: "Pictures",
      description: "Up to 3 of one person, character or thing to show; without frames.",
      max: 3,
      wire: "config.referenceImages",
    }).nullish(),
    aspect_ratio: aspectRatio(["16:9", "9:16"], "16:9", "config.aspectRatio"),
    resolution: resolution(["720p", "1080p", "4k"], "720p", "config.resolution"),
    duration: duration([4, 6, 8], 8, "config.durationSeconds"),
    negative_prompt: negativePrompt(null).meta({ wire: "config.negativePrompt" }),
  })
  .refine(({ first_frame, last_frame, images }) => !images || !(first_frame || last_frame), {
    path: ["images"],
    message: "cannot be had together with frames",
  })
  .refine(({ duration, resolution, images }) => duration === 8 || (resolution === "720p" && !images), {
    path: ["duration"],
    message: "must be 8 with 1080p, 4k or pictures",
  });

/** References are told from frames by their kind. */
export const asVideoRequest = ({ config, ...request }: Record<string, Json>): Record<string, Json> => {
  const { referenceImages, ...others } = config as Record<string, Json>;
  const references = [referenceImages ?? []].flat().map((image) => ({ image, referenceType: "ASSET" }));
  return { ...request, config: { ...others, ...(references.length > 0 ? { referenceImages: references } : {}) } };
};

export const veoDeprecated = "Google announced the end of Veo 3.1 at the Gemini API for 22 October 2026, with Gemini Omni Flash in its place.";
