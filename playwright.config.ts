import { availableParallelism } from "node:os";
import { defineConfig } from "playwright/test";
import { waitLimitMs } from "./lib/testing/wait-limit.ts";

const killing = ["own/chaos.spec.ts", "own/local.spec.ts"];

export default defineConfig({
  testDir: "e2e/specs",
  globalSetup: "./e2e/fixtures/shared-installation",
  workers: Math.max(3, availableParallelism()),
  timeout: 3 * waitLimitMs,
  expect: { timeout: waitLimitMs },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json"]],
  projects: [
    // The longest first, each by one worker; the others fill up beside them.
    { name: "own installation", testMatch: "own/*.spec.ts", testIgnore: killing },
    { name: "shared installation", testIgnore: "own/*.spec.ts", fullyParallel: true },
    // With the machine to themselves: how soon a killed part is back decides when its work goes on.
    { name: "killed parts", testMatch: killing, dependencies: ["shared installation", "own installation"] },
  ],
  use: {
    viewport: { width: 1280, height: 860 },
    // Animations and a film of each page cost more than the tests themselves.
    contextOptions: { reducedMotion: "reduce" },
    trace: { mode: "retain-on-failure", screenshots: false },
    screenshot: "only-on-failure",
    launchOptions: {
      executablePath: process.env.BOARDS_BROWSER,
      args: ["--disable-background-networking", "--disable-quic", "--disable-gpu", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    },
  },
});
