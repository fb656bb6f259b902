import nodeConsole from "node:console";
import { format } from "node:util";
import { afterAll, afterEach } from "vitest";

// What nobody expected on the console, and what Node.js warns of, fails the test: people would learn to look away.
const state = globalThis as { testsNoise?: string[] };
state.testsNoise ??= listen();
const noise = state.testsNoise;
noise.length = 0;

afterEach(complain);
afterAll(complain);

function complain() {
  const found = noise.splice(0);
  if (found.length > 0) throw new Error(`Unexpected on the console; mend what prints it, or wrap it in expectNoise():\n${found.join("\n")}`);
}

function listen(): string[] {
  const heard: string[] = [];
  // Vitest gives tests a console of its own; the page of happy-dom keeps that of Node.js.
  for (const each of [console, nodeConsole])
    for (const level of ["error", "warn"] as const) each[level] = (...parts: unknown[]) => void heard.push(`console.${level}: ${format(...parts)}`);
  process.on("warning", (warning) => {
    if (warning.name !== "ExperimentalWarning") heard.push(String(warning.stack));
  });
  return heard;
}
