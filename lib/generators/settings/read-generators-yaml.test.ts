import { describe, expect, it } from "vitest";
import facts from "@/lib/generators/testing/catalogue-facts.json";
import { readGeneratorsYaml } from "./read-generators-yaml";

const implementations = "boards.generators.implementations";

/** A file as people of the original have it, with an entry of every kind. */
const file = `
strict_mode: true
allow_unlisted: false
profiles: { small: [] }

generators:
  - class: "${implementations}.fal.video.veo31.FalVeo31Generator"
    enabled: true
  - class: "${implementations}.fal.image.flux_2:FalFlux2Generator"
    options: { timeout: 30, region: "eu" }
    input_defaults:
      num_images: 2
      num_pictures: 2
      output_format: bmp
  - import: "${implementations}.openai.audio.whisper"
  - class: "${implementations}.replicate.image.flux_pro.ReplicateFluxProGenerator"
    enabled: no
  - class: "${implementations}.kie.video.veo3.KieVeo3Generator"
    enabled: "false"
    name: house-veo
    weight: 3
  - class: "${implementations}.image.dalle3.DallE3Generator"
  - class: "${implementations}.fal.image.outfit_generator.OutfitGenerator"
  - class: "acme.boards.upscale.UpscaleGenerator"
  - class: "acme.boards.flux.FalFlux2ProGenerator"
    name: fal-flux-2-pro
  - entrypoint: "myorg.whisper"
  - entrypoint: "myorg.other"
    enabled: false
  - fal-nano-banana
  - class: ["not", "a", "text"]
  - class: "${implementations}.fal.video.veo31.FalVeo31Generator"
  - {}

input_defaults:
  fal-veo31: { resolution: 1080p, duration: 7s }
  ${implementations}.kie.video.veo3.KieVeo3Generator: { aspect_ratio: "9:16" }
  fal-nowhere: { prompt: "hello" }
`;

describe("a generators.yaml of the original", () => {
  const read = readGeneratorsYaml(file);

  it("keeps the order of what there is here, and leaves out what it switches off", () => {
    expect(read.names).toEqual(["fal-veo31", "fal-flux-2", "openai-whisper", "kie-veo3", "openai-dall-e-3", "fal-flux-2-pro"]);
    expect(read.isOpen).toBe(false);
  });

  it("keeps defaults that the generators take", () => {
    expect(read.defaults).toEqual({
      "fal-flux-2": { num_images: 2 },
      "fal-veo31": { resolution: "1080p" },
      "kie-veo3": { aspect_ratio: "9:16" },
    });
  });

  it("tells each thing that it cannot carry over, and where", () => {
    const at = (index: number, said: string) => `generators[${index}] (${said})`;
    expect(read.problems).toEqual([
      "profiles is ignored",
      "strict_mode is ignored: problems are logged, and the server still starts",
      `${at(1, `${implementations}.fal.image.flux_2:FalFlux2Generator`)}: options timeout, region are ignored: they were for Python code`,
      `${at(1, `${implementations}.fal.image.flux_2:FalFlux2Generator`)}: the default of num_pictures is ignored: num_pictures isn't an input of fal-flux-2`,
      `${at(1, `${implementations}.fal.image.flux_2:FalFlux2Generator`)}: the default of output_format is ignored: output_format doesn't accept this value`,
      `${at(4, `${implementations}.kie.video.veo3.KieVeo3Generator`)}: weight is ignored`,
      `${at(4, `${implementations}.kie.video.veo3.KieVeo3Generator`)}: the name house-veo is ignored; it's called kie-veo3 here`,
      `${at(6, `${implementations}.fal.image.outfit_generator.OutfitGenerator`)}: no such generator`,
      `${at(7, "acme.boards.upscale.UpscaleGenerator")}: custom Python generators must be rewritten, see lib/generators/README.md`,
      `${at(9, "myorg.whisper")}: custom Python generators must be rewritten, see lib/generators/README.md`,
      `${at(11, "no class")}: the entry: Invalid input: expected object, received string`,
      `${at(12, "no class")}: class: Invalid input: expected string, received array`,
      `${at(13, `${implementations}.fal.video.veo31.FalVeo31Generator`)}: fal-veo31 is listed twice; only the first entry counts`,
      `${at(14, "no class")}: no such generator`,
      "input_defaults.fal-veo31: the default of duration is ignored: duration doesn't accept this value",
      "input_defaults.fal-nowhere: no such generator",
    ]);
  });

  it.each((facts as { name: string; provider: string }[]).map(({ name, provider }) => [name, provider] as const))(
    "knows %s by its class",
    (name, provider) => {
      const words = name.replace(new RegExp(`^${provider}-`), "").split(/[-.]/);
      const title = [provider, ...words].map((word) => `${word[0]?.toUpperCase()}${word.slice(1)}`).join("");
      const path = `${implementations}.${provider}.any.${words.join("_")}.${title}Generator`;
      expect(readGeneratorsYaml(`generators: [{ class: "${path}" }]`)).toMatchObject({ names: [name], problems: [] });
    },
  );

  it("offers the others as well where unlisted ones are allowed", () => {
    expect(readGeneratorsYaml("allow_unlisted: true\ngenerators:\n")).toEqual({ names: [], isOpen: true, defaults: {}, problems: [] });
  });

  it.each([
    ["", "none of its generators exist here, so none are offered"],
    ["generators: []", "none of its generators exist here, so none are offered"],
  ])("offers nothing where it lists nothing: %j", (text, problem) => {
    expect(readGeneratorsYaml(text)).toEqual({ names: [], isOpen: false, defaults: {}, problems: [problem] });
  });

  it.each([
    ["generators: [", /^this isn't valid YAML: /],
    ["- fal-flux-2", /^the file: Invalid input: expected object, received array/],
    ["generators: all", /^generators: Invalid input: expected array, received string/],
  ])("changes nothing where it cannot be read: %j", (text, problem) => {
    expect(readGeneratorsYaml(text)).toEqual({ names: [], isOpen: true, defaults: {}, problems: [expect.stringMatching(problem)] });
  });
});
