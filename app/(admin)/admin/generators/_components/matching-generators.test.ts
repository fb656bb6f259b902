import type { AdministeredGenerator, GeneratorSetting } from "@boards/client";
import { describe, expect, it } from "vitest";
import { audienceOf, audiences, rolesOf } from "./audience";
import { isChanged, matches, type Shown } from "./matching-generators";

const flux: AdministeredGenerator = {
  name: "fal-flux-2",
  title: "FLUX.2 [dev]",
  description: "Images by words",
  provider: "fal",
  providerTitle: "fal",
  isLocal: false,
  vendor: "Black Forest Labs",
  deprecation: null,
  endsOn: null,
  hasEnded: false,
  successor: null,
  unavailableReason: null,
  isSimulated: false,
  isOffered: true,
  artifactType: "IMAGE",
  own: null,
  shared: null,
};
const untouched: GeneratorSetting = {
  id: "1",
  generatorName: "fal-flux-2",
  forInstallation: false,
  isOffered: null,
  position: null,
  defaults: {},
  limits: {},
  priceUsd: null,
  allowedRoles: [],
  timeLimitSeconds: null,
};

describe("searching", () => {
  it.each([
    ["", true],
    ["flux dev", true],
    ["FOREST  words", true],
    ["fal", true],
    ["flux kontext", false],
  ])("%j", (search, isFound) => expect(matches(flux, search, "all")).toBe(isFound));
});

describe("a part of the list", () => {
  it.each<[Shown, Partial<AdministeredGenerator>, boolean]>([
    ["enabled", {}, true],
    ["disabled", {}, false],
    ["disabled", { isOffered: false }, true],
    ["unavailable", { unavailableReason: "No key" }, true],
    ["unavailable", {}, false],
    ["deprecated", { deprecation: "Gone in March" }, true],
    ["changed", { own: untouched }, false],
    ["changed", { own: { ...untouched, priceUsd: 0 } }, true],
    ["changed", { shared: { ...untouched, isOffered: false } }, true],
  ])("%s with %j: %s", (shown, state, isShown) => expect(matches({ ...flux, ...state }, "", shown)).toBe(isShown));
});

it("a setting says something when any of its parts does", () => {
  const parts: Partial<GeneratorSetting>[] = [
    { isOffered: false },
    { position: 0 },
    { priceUsd: 0 },
    { timeLimitSeconds: 60 },
    { allowedRoles: ["OWNER"] },
    { defaults: { prompt: "" } },
    { limits: { count: { maximum: 2 } } },
  ];
  expect(isChanged(null)).toBe(false);
  expect(parts.map((part) => isChanged({ ...untouched, ...part }))).toEqual(parts.map(() => true));
});

it("an audience and its roles are each other's", () => {
  for (const audience of audiences) expect(audienceOf(rolesOf[audience])).toBe(audience);
});
