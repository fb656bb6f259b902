import * as z from "zod";
import { defineGenerator } from "@/lib/generators/contract/define-generator";
import { prompt, seed } from "@/lib/generators/contract/fields";
import { say } from "@/lib/messages/say";
import { loadSharp } from "./media";
import { randomFrom } from "./random";
import { palettes, styles } from "./sketch-styles";

const sizes = { "1:1": [1024, 1024], "4:3": [1152, 864], "3:4": [864, 1152], "16:9": [1280, 720], "9:16": [720, 1280] } as const;
const styleNames = ["ridges", "flow", "bubbles", "tiles"] as const;

export const sketch = defineGenerator({
  provider: "local",
  name: "sketch",
  title: "Sketch",
  description: "Draws abstract art from the prompt and seed. Runs on this server, without AI.",
  artifactType: "image",
  input: z.object({
    prompt: prompt("Type anything: the words choose colors and shapes."),
    style: z
      .enum(["any", ...styleNames])
      .default("any")
      .meta({ title: "Style", description: "With “any”, the prompt decides." }),
    aspect_ratio: z
      .enum(["1:1", "4:3", "3:4", "16:9", "9:16"])
      .default("4:3")
      .meta({ title: "Aspect ratio", description: "Width to height of the image." }),
    detail: z.number().min(0).max(1).multipleOf(0.05).default(0.5).meta({ title: "Detail", description: "How much is drawn." }),
    count: z
      .int()
      .min(1)
      .max(8)
      .default(1)
      .meta({ title: "Number of images", description: "How many to generate at once. Each uses the next seed." }),
    seed: seed(),
  }),
  outputCount: (inputs) => inputs.count,
  costUsd: () => 0,
  async run(inputs, context) {
    const sharp = await loadSharp();
    const [width, height] = sizes[inputs.aspect_ratio];
    for (let index = 0; index < inputs.count; index++) {
      await context.publishProgress(index / inputs.count, say("reasons.local.drawing", { number: index + 1, count: inputs.count }));
      const random = randomFrom(`${inputs.prompt}/${inputs.seed + index}`);
      const palette = random.pick(palettes);
      const style = styles[inputs.style === "any" ? random.pick(styleNames) : inputs.style];
      const drawing = style({ width, height, palette, detail: inputs.detail, random });
      const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}" viewBox="0 0 ${width} ${height}">${drawing}</svg>`;
      await context.storeImage(await sharp(Buffer.from(svg)).png().toBuffer(), index);
    }
  },
});
