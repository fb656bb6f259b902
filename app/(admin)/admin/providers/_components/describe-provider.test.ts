import type { ProviderState } from "@boards/client";
import { createTranslator } from "use-intl/core";
import { describe, expect, it } from "vitest";
import messages from "@/lib/messages/en.json";
import { formats } from "@/lib/messages/formats";
import { describeProvider } from "./describe-provider";

const t = createTranslator({ locale: "en", messages, formats, timeZone: "UTC", namespace: "admin.providers" });

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

describe("how a provider stands", () => {
  it.each<[string, Partial<ProviderState>, string, string]>([
    ["a key of the tenant", {}, "Ready", "Uses your own key."],
    ["the installation's key", { keySource: "INSTALLATION" }, "Ready", "Uses the installation's key."],
    ["a key in the environment", { keySource: "ENVIRONMENT" }, "Ready", "Uses FAL_KEY from the server's environment."],
    ["no key", { keySource: "NONE", problem: "No key" }, "Not set up", "Add a key, or set FAL_KEY in the server's environment."],
    [
      "no key, where the installation keeps its own",
      { keySource: "NONE", keyVariable: null },
      "Not set up",
      "Add your own key. This installation doesn't share its keys.",
    ],
    [
      "no server, where the installation keeps its own",
      { ...server, keySource: "NONE", keyVariable: null },
      "Not set up",
      "This server belongs to the installation. Ask the people who run it for access.",
    ],
    ["a simulation", { keySource: "SIMULATION" }, "Simulated", "Results are placeholders."],
    ["a key that cannot be read", { problem: "The stored key can't be read" }, "Not working", "The stored key can't be read"],
    ["a pause", { pausedUntil: "2026-05-01T14:05:00Z" }, "Paused", "Not responding; next attempt at 2:05 PM. Uses your own key."],
    ["a server of one's own", server, "Ready", "Uses your own URL. Server: http://10.0.0.2:8188"],
    [
      "no server",
      { ...server, baseUrl: null, keySource: "NONE" },
      "Not set up",
      "Add your server's URL, or set COMFYUI_URL in the server's environment.",
    ],
  ])("%s", (_what, state, word, text) => {
    const described = describeProvider(t, { ...fal, ...state });
    // Between a time and PM there is a narrow space in some versions of Unicode's data.
    expect([described.word, described.text.replace(/\s/g, " ")]).toEqual([word, text]);
  });
});
