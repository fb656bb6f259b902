import { duration, generateAudio, optionalChoice, resolution } from "@/lib/generators/contract/model-fields";

/** What the models of this family have in common. https://fal.ai/models/lightricks/ltx-2.5/text-to-video/pro/llms.txt */
export const ltx25Common = {
  generate_audio: generateAudio(),
  camera_motion: optionalChoice(["dolly_in", "dolly_out", "dolly_left", "dolly_right", "jib_up", "jib_down", "static", "focus_shift"], {
    title: "Camera motion",
    description: "How the camera moves.",
  }),
};

/** What those of the pro variant have in common. */
export const ltx25ProFields = {
  duration: duration([6, 8, 10, "auto"], 6),
  resolution: resolution(["720p", "1080p"], "1080p"),
  ...ltx25Common,
};

interface Ltx25ProInputs {
  duration: number | "auto";
  resolution: "720p" | "1080p";
}

/** US dollars by the second; a duration that the model chooses is priced at its longest. */
export const ltx25ProCost = ({ duration, resolution }: Ltx25ProInputs) =>
  (duration === "auto" ? 10 : duration) * { "720p": 0.12, "1080p": 0.17 }[resolution];
