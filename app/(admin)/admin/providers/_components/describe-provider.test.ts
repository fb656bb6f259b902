import type { ProviderState } from "@boards/client";
import { describe, expect, it } from "vitest";
import { describeProvider } from "./describe-provider";

const fal: ProviderState = {
  name: "fal",
  title: "fal",
  website: "https://fal.ai",
  keyVariable: "FAL_KEY",
  isOwnServer: false,
  takesWebhookSecret: false,
  addressExample: null,
  canTestKey: true,
  keySource: "TENANT",
  baseUrl: null,
  problem: null,
  pausedUntil: null,
};
const server = { isOwnServer: true, keyVariable: "COMFYUI_URL", baseUrl: "http://10.0.0.2:8188" };
const soon = new Date(Date.now() + 60_000).toISOString();

describe("how a provider stands", () => {
  it.each<[string, Partial<ProviderState>, string, RegExp]>([
    ["a key of the tenant", {}, "Ready", /^It has a key of your own\.$/],
    ["the installation's key", { keySource: "INSTALLATION" }, "Ready", /^The installation's key is used\.$/],
    ["a key in the environment", { keySource: "ENVIRONMENT" }, "Ready", /from FAL_KEY/],
    ["no key", { keySource: "NONE", problem: "No key for fal is set up here" }, "Not set up", /Add a key here, or set FAL_KEY/],
    ["no key, where the installation keeps its own", { keySource: "NONE", keyVariable: null }, "Not set up", /^Add your own key here: this/],
    ["no server, where the installation keeps its own", { ...server, keySource: "NONE", keyVariable: null }, "Not set up", /ask whoever runs it/],
    ["a simulation", { keySource: "SIMULATION" }, "Simulated", /made up/],
    ["a key that cannot be read", { problem: "The stored key cannot be read" }, "Cannot be used", /^The stored key cannot be read$/],
    ["a pause", { pausedUntil: soon }, "Paused", /left alone until .* It has a key of your own\.$/],
    ["a server of one's own", server, "Ready", /^It has an address of your own\. The server is http:\/\/10\.0\.0\.2:8188\.$/],
    ["no server", { ...server, baseUrl: null, keySource: "NONE" }, "Not set up", /address of your server here, or set COMFYUI_URL/],
  ])("%s", (_what, state, word, text) => {
    expect(describeProvider({ ...fal, ...state })).toMatchObject({ word, text: expect.stringMatching(text) });
  });
});
