import { choice, imageInput, modelSeed, optionalChoice, promptFor, seconds } from "@/lib/generators/contract/declare";

const largestSeed = 4_294_967_295;

/** Runway's own prompts are short. */
export const runwayPrompt = (description: string) => promptFor(description, { max: 1000, wire: "promptText" });

/** What Runway's own models have in common. */
export const runwayFields = {
  seed: modelSeed({ min: 0, max: largestSeed }),
  public_figures: optionalChoice(["auto", "low"], {
    title: "Public figures",
    description: "Low is less strict about well-known people.",
    wire: "contentModeration.publicFigureThreshold",
    isAdvanced: true,
  }),
};

/** Width and height, as the API spells them. */
export const pixelRatio = <const Value extends string>(values: readonly Value[], defaultValue: NoInfer<Value>) =>
  choice(values, defaultValue, { title: "Size", description: "Width × height in pixels.", wire: "ratio" });

/** Of Gen-4 models that start with an image. */
export const firstFrameFields = {
  image: imageInput({ title: "First frame", description: "The image the video starts with.", wire: "promptImage" }),
  ratio: pixelRatio(["1280:720", "720:1280", "1104:832", "832:1104", "960:960", "1584:672"], "1280:720"),
  duration: seconds(2, 10, 5),
};
