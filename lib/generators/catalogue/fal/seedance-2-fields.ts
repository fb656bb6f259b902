import * as z from "zod";
import { aspectRatio, duration, generateAudio, resolution, unused } from "@/lib/generators/contract/model-fields";
import { seedanceCost } from "./seedance-cost";

/** What the models of this family have in common. */
export const seedance2Fields = {
  resolution: resolution(["480p", "720p", "1080p", "4k"], "720p"),
  duration: duration(["4", "5", "6", "7", "8", "9", "10", "11", "12", "13", "14", "15", "auto"], "5"),
  aspect_ratio: aspectRatio(["auto", "21:9", "16:9", "4:3", "1:1", "3:4", "9:16"], "16:9"),
  generate_audio: generateAudio(),
  seed: z.int().nullish().meta({ title: "Seed", description: unused.description, isSent: false, group: "advanced" }),
};

/** 14 dollars for a million tokens, 8 in 4K; a duration that the model chooses is priced at its longest. */
export const seedance2Cost = ({ resolution, duration }: { resolution: "480p" | "720p" | "1080p" | "4k"; duration: string }) =>
  (resolution === "4k" ? 8 : 14) * seedanceCost(resolution, duration === "auto" ? 15 : Number(duration));
