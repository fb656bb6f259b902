import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { accessFromEnvironment, exampleLines, refuseUnusableAddresses, unreadKeys } from "@/lib/generators/catalogue/provider-variables";
import { findProvider, providers } from "@/lib/generators/catalogue/providers";
import { forgetEnv } from "@/lib/platform/env";

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
  accessTo("openai-compatible", { OPENAI_COMPATIBLE_URL: "localhost:11434" });
  expect(() => refuseUnusableAddresses(providers)).toThrow(/\n {2}OPENAI_COMPATIBLE_URL: must be an http\(s\) URL$/);
  accessTo("openai-compatible", { OPENAI_COMPATIBLE_URL: "http://localhost:11434" });
  expect(() => refuseUnusableAddresses(providers)).not.toThrow();
});

it.each(providers.map((provider) => [provider.name, provider] as const))(
  "%s is reached with the variables that it declares",
  (name, { variables }) => {
    for (const each of providers) for (const variable of each.variables) vi.stubEnv(variable.name, "");
    const needed = variables.filter(({ isOptional }) => !isOptional);
    expect(needed.length).toBeGreaterThan(0);
    expect(variables[0]).toBe(needed[0]);
    const given = Object.fromEntries(variables.map((each) => [each.name, each.holds === "baseUrl" ? "http://10.0.0.2" : `value of ${each.name}`]));
    const access = accessTo(name, given);
    for (const each of variables) expect(access?.[each.holds]).toBe(given[each.name]);
    for (const each of needed) expect(accessTo(name, { ...given, [each.name]: "" })).toBeUndefined();
  },
);

it("no two providers read the same variable, and a name that none reads is told", () => {
  const names = providers.flatMap(({ variables }) => variables.map(({ name }) => name));
  expect(new Set(names).size).toBe(names.length);
  accessTo("fal", { BOARDS_GENERATOR_API_KEYS: '{"FAL_KEY":"k","FALL_KEY":"k"}' });
  expect(unreadKeys(providers)).toEqual([expect.stringContaining("no provider reads FALL_KEY")]);
});

it("the original's way to give keys counts after a variable of its own", () => {
  const BOARDS_GENERATOR_API_KEYS = '{"FAL_KEY":"together"}';
  expect(accessTo("fal", { BOARDS_GENERATOR_API_KEYS, FAL_KEY: "" })).toMatchObject({ apiKey: "together" });
  expect(accessTo("fal", { BOARDS_GENERATOR_API_KEYS, FAL_KEY: "own" })).toMatchObject({ apiKey: "own" });
});

it("every variable stands in .env.example, under its description", async () => {
  const example = await readFile(join(process.cwd(), ".env.example"), "utf8");
  // What to paste there is in the message of this test.
  expect(example).toContain(exampleLines(providers));
});
