import { type GeneratorForm, readInputSchema } from "@boards/client";
import { expect, it } from "vitest";
import { type Filter, familiesOf, matching, sectionsOf } from "./families";

const everything: Filter = { search: "", artifactType: "", takesImage: false, hasUnavailable: false };
const generator = (name: string, changes: Partial<GeneratorForm> & { takes?: "Image" } = {}): GeneratorForm => {
  const { takes, ...rest } = changes;
  const properties = takes ? { image: { $ref: `#/$defs/${takes}Artifact` } } : {};
  const facts = {
    title: name,
    description: "",
    vendor: "Maker",
    providerTitle: "fal",
    artifactType: "VIDEO",
    family: name,
    variant: "",
    unavailableReason: null,
  };
  return { name, ...facts, fields: readInputSchema({ properties }), ...rest } as GeneratorForm;
};
const plain = generator("film", { family: "Film 2" });
const fast = generator("film-fast", { family: "Film 2", variant: "Fast", takes: "Image", vendor: "Maker (Studio)" });
const sound = generator("sound", { artifactType: "AUDIO", family: "Film 2" });
const other = generator("other", { family: "Other", artifactType: "IMAGE", unavailableReason: "No key" });
const all = [plain, fast, sound, other];
const keys = (found: GeneratorForm[], filter = everything, recent: string[] = [], expanded: string[] = []) =>
  sectionsOf(found, recent, new Set(expanded), filter).map(({ artifactType, rows }) => [artifactType, ...rows.map(({ key }) => key)]);

it("gathers variants of one maker and one kind of artifact", () => {
  expect(familiesOf(all).map(({ title, variants }) => [title, variants.map(({ name }) => name)])).toEqual([
    ["Film 2", ["film", "film-fast"]],
    ["Film 2", ["sound"]],
    ["Other", ["other"]],
  ]);
});

it("shows a family with several variants folded until it is asked for, one with a single variant as that", () => {
  const [family] = familiesOf(all);
  expect(keys([plain, fast, sound])).toEqual([
    ["VIDEO", family?.key],
    ["AUDIO", "sound"],
  ]);
  expect(keys([plain, fast, sound], everything, [], [family?.key ?? ""])[0]).toEqual(["VIDEO", family?.key, "film", "film-fast"]);
});

it("unfolds what a search finds, and puts those used last first only while nothing is searched", () => {
  const [family] = familiesOf(all);
  expect(keys([plain, fast], everything, ["gone", "film-fast"])[0]).toEqual([null, "recent film-fast"]);
  expect(keys([plain, fast], { ...everything, search: "film" }, ["film-fast"])).toEqual([["VIDEO", family?.key, "film", "film-fast"]]);
});

it.each<[Partial<Filter>, string[], number]>([
  [{}, ["film", "film-fast", "sound"], 1],
  [{ hasUnavailable: true }, ["film", "film-fast", "sound", "other"], 1],
  [{ takesImage: true }, ["film-fast"], 0],
  [{ artifactType: "AUDIO" }, ["sound"], 0],
  [{ search: "FAST studio" }, ["film-fast"], 0],
  [{ search: "nothing like it" }, [], 0],
])("with %j it finds %j and hides %i", (filter, names, hidden) => {
  const result = matching(all, { ...everything, ...filter });
  expect(result.found.map(({ name }) => name)).toEqual(names);
  expect(result.hidden).toBe(hidden);
});
