import { aspectRatio } from "@/lib/generators/contract/declare";

/** The ratios that every Seedream here makes. */
export const seedreamRatio = () => aspectRatio(["match_input_image", "1:1", "4:3", "3:4", "16:9", "9:16", "3:2", "2:3", "21:9"], "1:1");
