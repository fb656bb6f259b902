import { defineConfig } from "playwright/test";

const port = Number(process.env.E2E_PORT ?? 3100);

export default defineConfig({
  testDir: "e2e/specs",
  workers: 1,
  timeout: 120_000,
  expect: { timeout: 20_000 },
  forbidOnly: Boolean(process.env.CI),
  reporter: [["list"], ["json"]],
  use: {
    baseURL: `http://127.0.0.1:${port}`,
    viewport: { width: 1280, height: 860 },
    trace: "retain-on-failure",
    launchOptions: {
      executablePath: process.env.BOARDS_BROWSER,
      args: ["--disable-background-networking", "--disable-quic", ...(process.getuid?.() === 0 ? ["--no-sandbox"] : [])],
    },
  },
  webServer: {
    // The real thing, from its first step: what users type.
    command: "node scripts/start.mjs",
    url: `http://127.0.0.1:${port}/api/health`,
    env: {
      PORT: String(port),
      BOARDS_HOME: ".boards/e2e",
      BOARDS_SIMULATE_PROVIDERS: "1",
      // Where the example front end is served.
      BOARDS_CORS_ORIGINS: "http://127.0.0.1:3190",
    },
    timeout: 600_000,
    gracefulShutdown: { signal: "SIGTERM", timeout: 20_000 },
    stdout: "pipe",
  },
});
