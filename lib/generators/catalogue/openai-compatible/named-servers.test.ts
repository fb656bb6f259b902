import { afterEach, expect, it, vi } from "vitest";
import { parseInputs } from "@/lib/generators/contract/parse-inputs";
import type { Provider } from "@/lib/generators/contract/provider";
import { simulatedAccess } from "@/lib/generators/provider-keys/provider-access";
import { openBench, outputsOf, submissionOf } from "@/lib/generators/testing/driver-bench";
import { guardProvider } from "@/lib/generators/transport/guard-provider";
import { forgetEnv } from "@/lib/platform/env";
import { accessFromEnvironment } from "../provider-variables";
import type { chat } from "./chat";
import { namedServer } from "./named-servers";
import { refuseUnusableServerNames, serverNames } from "./server-names";

afterEach(() => {
  vi.unstubAllEnvs();
  forgetEnv();
});

const chatOf = ({ models }: Provider) => (models as { chat: typeof chat }).chat;

it("names are told apart by commas, each counts once", () => {
  vi.stubEnv("OPENAI_COMPATIBLE_SERVERS", " ollama, office-gpu ,ollama,, vllm2");
  expect(serverNames()).toEqual(["ollama", "office-gpu", "vllm2"]);
  expect(refuseUnusableServerNames).not.toThrow();
});

it.each(["Ollama", "my server", "a_b", "-x", "../y", "z".repeat(31)])("`%s` is no name: the server does not start, and says why", (name) => {
  vi.stubEnv("OPENAI_COMPATIBLE_SERVERS", `ollama,${name}`);
  expect(refuseUnusableServerNames).toThrow("OPENAI_COMPATIBLE_SERVERS: names take up to 30 lower-case letters");
  expect(serverNames()).toEqual(["ollama"]);
});

it("there are at most twenty", () => {
  vi.stubEnv("OPENAI_COMPATIBLE_SERVERS", Array.from({ length: 21 }, (_, index) => `server-${index}`).join(","));
  expect(refuseUnusableServerNames).toThrow("takes up to 20 names");
  expect(serverNames()).toHaveLength(20);
});

it("each server is a provider with models and variables of its own", () => {
  const [ollama, office] = ["ollama", "office-gpu"].map(namedServer) as [Provider, Provider];
  expect([ollama.name, office.name]).toEqual(["openai-compatible-ollama", "openai-compatible-office-gpu"]);
  expect(Object.values(office.models ?? {})).toMatchObject([
    { name: "openai-compatible-office-gpu-chat", provider: office.name, title: "Chat (office-gpu)" },
    { name: "openai-compatible-office-gpu-image", provider: office.name, title: "Image (office-gpu)" },
  ]);
  for (const [name, value] of [
    ["DATABASE_URL", "postgres://nobody@127.0.0.1/nothing"],
    ["BOARDS_STORAGE_SIGNING_KEY", "test-signing-key-test-signing-key"],
    ["BOARDS_LOCAL", "1"],
    ["OPENAI_COMPATIBLE_URL", "http://localhost:1"],
    ["OPENAI_COMPATIBLE_OFFICE_GPU_URL", "http://10.0.0.2:8000/"],
    ["OPENAI_COMPATIBLE_OFFICE_GPU_API_KEY", "secret"],
  ] as const)
    vi.stubEnv(name, value);
  forgetEnv();
  expect(accessFromEnvironment(office)).toEqual({ baseUrl: "http://10.0.0.2:8000", apiKey: "secret", webhookSecret: "" });
  expect(accessFromEnvironment(ollama)).toBeUndefined();
});

it("its models take inputs of their own", () => {
  const generator = chatOf(namedServer("ollama"));
  expect(parseInputs(generator as never, { prompt: "Hello", model: "gemma3:4b" })).toMatchObject({ ok: true });
});

openBench();

it("is asked at its own address, and speaks of itself by its name", async () => {
  const office = guardProvider(namedServer("office-gpu"));
  const generator = chatOf(office);
  const access = { ...simulatedAccess(office), baseUrl: "http://openai-compatible.simulated" };
  const submission = submissionOf(generator, { prompt: "Who are you?", model: "gemma3:4b" });
  const { status } = await office.start(access, submission);
  expect(outputsOf(status, generator)).toEqual(["A simulated answer to: Who are you?"]);
  await expect(office.start({ ...access, apiKey: "wrong" }, submission)).rejects.toThrow(/^The office-gpu server rejected the API key/);
  const gone = submissionOf(generator, { prompt: "sim:no-model", model: "flux" });
  await expect(office.start(access, gone)).rejects.toThrow(/^The office-gpu server doesn't have this model/);
});

it("stands in the list of providers, in the registry and among the simulators once the environment names it", async () => {
  vi.stubEnv("OPENAI_COMPATIBLE_SERVERS", "ollama,office-gpu");
  vi.resetModules();
  const { findProvider, providers } = await import("../providers");
  const { findGenerator } = await import("../registry");
  const { loadSimulator } = await import("@/lib/testing/simulators/load-simulators");
  expect(providers.map(({ name }) => name)).toEqual(
    expect.arrayContaining(["openai-compatible", "openai-compatible-ollama", "openai-compatible-office-gpu"]),
  );
  expect(findGenerator("openai-compatible-ollama-image")).toMatchObject({ provider: "openai-compatible-ollama" });
  expect(findGenerator("openai-compatible-image")).toMatchObject({ provider: "openai-compatible" });
  const { hosts } = await loadSimulator(findProvider("openai-compatible-ollama") ?? { name: "" });
  expect(hosts).toContain(new URL(simulatedAccess(namedServer("ollama")).baseUrl).host);
});
