import { availableParallelism } from "node:os";
import { defineConfig } from "playwright/test";

export default defineConfig({
  testDir: "e2e/specs",
  globalSetup: "./e2e/fixtures/shared-installation",
  workers: Math.max(3, availableParallelism()),
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json"]],
  // The longest first, beside the others.
  projects: [
    { name: "own installation", testMatch: "own/*.spec.ts" },
    { name: "shared installation", testIgnore: "own/*.spec.ts", fullyParallel: true },
  ],
  use: {
    viewport: { width: 1280, height: 860 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.BOARDS_BROWSER,
      args: ["--disable-background-networking", "--disable-quic", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    },
  },
});
