import { choice, imageInput, modelSeed, optionalChoice, promptFor, seconds } from "../declare";

const largestSeed = 4_294_967_295;

/** Runway's own prompts are short. */
export const runwayPrompt = (description: string) => promptFor(description, { max: 1000, wire: "promptText" });

/** What Runway's own models have in common. */
export const runwayFields = {
  seed: modelSeed({ min: 0, max: largestSeed }),
  public_figures: optionalChoice(["auto", "low"], {
    title: "Public figures",
    description: "`low` is less strict about people whom everybody knows.",
    wire: "contentModeration.publicFigureThreshold",
    isAdvanced: true,
  }),
};

/** Width and height, as the API spells them. */
export const pixelRatio = <const Value extends string>(values: readonly Value[], defaultValue: NoInfer<Value>) =>
  choice(values, defaultValue, { title: "Size", description: "Width and height in pixels.", wire: "ratio" });

/** Of Gen-4 models that begin with a picture. */
export const firstFrameFields = {
  image: imageInput({ title: "First frame", description: "The video begins with this picture.", wire: "promptImage" }),
  ratio: pixelRatio(["1280:720", "720:1280", "1104:832", "832:1104", "960:960", "1584:672"], "1280:720"),
  duration: seconds(2, 10, 5),
};
