import { availableParallelism } from "node:os";
import { defineConfig } from "playwright/test";
import { waitLimitMs } from "./lib/testing/wait-limit.ts";

export default defineConfig({
  testDir: "e2e/specs",
  globalSetup: "./e2e/fixtures/shared-installation",
  workers: Math.max(3, availableParallelism()),
  timeout: 3 * waitLimitMs,
  expect: { timeout: waitLimitMs },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json"]],
  projects: [
    // The longest first, each by one worker; the others fill up beside them. Chaos waits most of its time.
    { name: "own installation", testMatch: "own/*.spec.ts" },
    { name: "shared installation", testIgnore: "own/*.spec.ts", fullyParallel: true },
  ],
  use: {
    viewport: { width: 1280, height: 860 },
    // Animations cost more than the tests themselves.
    contextOptions: { reducedMotion: "reduce" },
    // A trace of every test is a third of what it costs: `npm run test:e2e -- NAME --trace on` makes one.
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.BOARDS_BROWSER,
      args: ["--disable-background-networking", "--disable-quic", "--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    },
  },
});
