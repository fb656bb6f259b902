import { imageInput, imageInputs, type Json, promptFor, requires } from "@/lib/generators/contract/declare";

/** What models take that make a video from text, or on from a first frame to a last one. */
export const frameFields = {
  first_frame: imageInput({ title: "First frame", description: "The image the video starts with." }).nullish(),
  last_frame: imageInput({ title: "Last frame", description: "The image the video ends with. Needs a first frame." }).nullish(),
};

export const framePrompt = (max = 2500) => promptFor("Describe the scene, the action and the camera.", { max, wire: "promptText" });

export const referenceImages = (max: number) =>
  imageInputs({ title: "Reference images", description: `People, products or styles to show, up to ${max}. Not with frames.`, max }).nullish();

interface Framed {
  first_frame?: string | null | undefined;
}

/** Frames and text go to different operations of Runway. */
export const frameEndpoint = ({ first_frame }: Framed) => (first_frame ? "image_to_video" : "text_to_video");

/** Frames by their place, and references, as Runway takes them. https://docs.dev.runwayml.com/api (read 2026-11-26) */
export function withFrames({ first_frame, last_frame, images, ...request }: Record<string, Json>): Record<string, Json> {
  const references = [images ?? []].flat().map((uri): Json => ({ uri }));
  const frames = Object.entries({ first: first_frame, last: last_frame }).flatMap(([position, uri]): Json[] => (uri ? [{ uri, position }] : []));
  return {
    ...request,
    ...(frames.length > 0 ? { promptImage: frames } : {}),
    ...(references.length > 0 ? { references } : {}),
  };
}

export const lastNeedsFirst = requires("last_frame", ["first_frame"], "A last frame needs a first frame");
