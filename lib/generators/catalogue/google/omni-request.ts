import type { Json } from "@/lib/generators/contract/define-generator";

/**
 * The roles of images are words of Omni's prompt: a declaration first, what to do with them last. Images count from 1 in the order
 * sent, references from 0. A video comes before them, to be edited. https://ai.google.dev/gemini-api/docs/omni#prompt-guide (read 2026-11-26)
 */
export function asInteraction({
  prompt = "",
  first_frame,
  last_frame,
  images = [],
  video,
  duration,
  ...request
}: Record<string, Json>): Record<string, Json> {
  const references = [images].flat();
  const roleOfFrame = { FIRST_FRAME: first_frame, LAST_FRAME: last_frame };
  const frames = Object.entries(roleOfFrame).flatMap(([role, image]) => (image === undefined ? [] : [{ role, image }]));
  const sources = frames.map(({ role }, index) => `<${role}>@Image${index + 1}`);
  const roles = references.map((_, index) => `<IMAGE_REF_${index}>@Image${frames.length + index + 1}`);
  const task = video ? "edit" : frames.length > 0 ? "image_to_video" : roles.length > 0 ? "reference_to_video" : "text_to_video";
  const text = [
    sources.length > 0 ? `[# Sources ${sources.join(" ")}]` : "",
    roles.length > 0 ? `[# References ${roles.join(" ")}]` : "",
    String(prompt),
    first_frame ? "Use Image1 as the starting frame." : "",
    roles.length > 0 ? "Use the given images as references for video generation. The images should not be used as literal initial frames." : "",
  ];
  return {
    ...request,
    input: [...(video ? [video] : []), ...frames.map(({ image }) => image), ...references, { type: "text", text: text.filter(Boolean).join(" ") }],
    response_format: {
      ...(request.response_format as Record<string, Json>),
      type: "video",
      ...(video ? {} : { duration: `${duration}s` }),
      delivery: "uri",
    },
    generation_config: { video_config: { task } },
  };
}
