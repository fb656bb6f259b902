import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { forgetEnv, parseEnv } from "@/lib/env";
import { findProvider } from "@/lib/generators/providers";
import { accessFromEnvironment } from "./provider-access";

const bare = {
  DATABASE_URL: "postgres://nobody@127.0.0.1/nothing",
  BOARDS_STORAGE_SIGNING_KEY: "test-signing-key-test-signing-key",
  BOARDS_LOCAL: "1",
};

const accessTo = (name: string, variables: Record<string, string>) => {
  for (const [variable, value] of Object.entries({ ...bare, ...variables })) vi.stubEnv(variable, value);
  forgetEnv();
  const provider = findProvider(name);
  if (!provider) throw new Error(`no provider ${name}`);
  return accessFromEnvironment(provider);
};

beforeEach(() => {
  for (const variable of ["OPENAI_COMPATIBLE_URL", "OPENAI_COMPATIBLE_API_KEY", "AUTOMATIC1111_URL", "AUTOMATIC1111_API_KEY", "RUNWAYML_API_SECRET"])
    vi.stubEnv(variable, "");
});
afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

it("a server of one's own is known by its address; a key is welcome, and not needed", () => {
  expect(accessTo("openai-compatible", { OPENAI_COMPATIBLE_URL: "http://localhost:11434/v1/" })).toEqual({
    apiKey: "",
    webhookSecret: "",
    baseUrl: "http://localhost:11434/v1",
  });
  expect(accessTo("automatic1111", { AUTOMATIC1111_URL: "http://192.168.1.9:7860", AUTOMATIC1111_API_KEY: "user:password" })).toMatchObject({
    apiKey: "user:password",
    baseUrl: "http://192.168.1.9:7860",
  });
  expect(accessTo("openai-compatible", { OPENAI_COMPATIBLE_URL: "", OPENAI_COMPATIBLE_API_KEY: "alone" })).toBeUndefined();
});

it("every other provider is known by its key", () => {
  expect(accessTo("runway", { RUNWAYML_API_SECRET: "key_1" })).toMatchObject({ apiKey: "key_1", baseUrl: "" });
  expect(accessTo("runway", { RUNWAYML_API_SECRET: "" })).toBeUndefined();
});

it("an address that is none is refused when the server starts", () => {
  expect(() => parseEnv({ ...bare, OPENAI_COMPATIBLE_URL: "localhost:11434" })).toThrow("OPENAI_COMPATIBLE_URL: must be an http(s) address");
});
