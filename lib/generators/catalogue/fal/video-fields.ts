import { audioInput, imageInput, videoInput } from "@/lib/generators/contract/fields";
import { promptFor } from "@/lib/generators/contract/model-fields";

const withWire = (wire: string | undefined) => (wire ? { wire } : {});

/** What video models have in common; `wire` is fal's name for the field where that differs. */
export const videoPrompt = (limits: { min?: number; max?: number } = {}) =>
  promptFor("Describe the video: subject, action, camera and mood.", limits);
export const imageToAnimate = (wire?: string) => imageInput({ title: "Image", description: "The image to animate.", ...withWire(wire) });
export const firstFrame = (wire?: string) => imageInput({ title: "First frame", description: "The image the video starts with.", ...withWire(wire) });
export const lastFrame = (wire?: string) => imageInput({ title: "Last frame", description: "The image the video ends with.", ...withWire(wire) });

/** What lip-sync and talking avatars have in common. */
export const speechAudio = (wire?: string) => audioInput({ title: "Audio", description: "The speech to sync to.", ...withWire(wire) });
export const portrait = (wire?: string) => imageInput({ title: "Portrait", description: "The person or character to animate.", ...withWire(wire) });
export const videoToSync = (wire?: string) => videoInput({ title: "Video", description: "The video to lip-sync.", ...withWire(wire) });
