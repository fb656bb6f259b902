import { readFileSync } from "node:fs";
import { join } from "node:path";
import { workflowGenerator } from "../workflow-generator";

/** The example's generator. */
export const example = workflowGenerator("text-to-image", readFileSync(join(import.meta.dirname, "../example/text-to-image.comfy.json"), "utf8"));
