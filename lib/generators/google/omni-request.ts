import type { Json } from "../define-generator";

/**
 * The roles of pictures are words of Omni's prompt: a declaration first, what to do with them last. Pictures count from 1 in the order
 * sent, references from 0. https://ai.google.dev/gemini-api/docs/omni#prompt-guide (read 2026-09-18)
 */
export function asInteraction({
  prompt = "",
  first_frame,
  last_frame,
  images = [],
  duration,
  ...request
}: Record<string, Json>): Record<string, Json> {
  const references = [images].flat();
  const roleOfFrame = { FIRST_FRAME: first_frame, LAST_FRAME: last_frame };
  const frames = Object.entries(roleOfFrame).flatMap(([role, picture]) => (picture === undefined ? [] : [{ role, picture }]));
  const sources = frames.map(({ role }, index) => `<${role}>@Image${index + 1}`);
  const roles = references.map((_, index) => `<IMAGE_REF_${index}>@Image${frames.length + index + 1}`);
  const text = [
    sources.length > 0 ? `[# Sources ${sources.join(" ")}]` : "",
    roles.length > 0 ? `[# References ${roles.join(" ")}]` : "",
    String(prompt),
    first_frame ? "Use Image1 as the starting frame." : "",
    roles.length > 0 ? "Use the given images as references for video generation. The images should not be used as literal initial frames." : "",
  ];
  return {
    ...request,
    input: [...frames.map(({ picture }) => picture), ...references, { type: "text", text: text.filter(Boolean).join(" ") }],
    response_format: { ...(request.response_format as Record<string, Json>), type: "video", duration: `${duration}s`, delivery: "uri" },
    generation_config: { video_config: { task: frames.length > 0 ? "image_to_video" : roles.length > 0 ? "reference_to_video" : "text_to_video" } },
  };
}
