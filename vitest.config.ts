import { globSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { defineConfig } from "vitest/config";
import { needsOwnProcess } from "./lib/testing/needs-own-process.ts";
import { waitLimitMs } from "./lib/testing/wait-limit.ts";

const files = globSync("{app,e2e,inngest,lib,prisma,scripts}/**/*.test.{ts,tsx,mjs}");
const own = files.filter((file) => needsOwnProcess(file));
const shared = files.filter((file) => !own.includes(file));
const inBrowser = shared.filter((file) => readFileSync(file, "utf8").includes("@vitest-environment happy-dom"));

export default defineConfig({
  resolve: {
    alias: {
      "@boards/client/input-rules": fileURLToPath(new URL("lib/client/input-form/input-rules.ts", import.meta.url)),
      "@boards/client/page-questions": fileURLToPath(new URL("lib/client/page-questions.ts", import.meta.url)),
      "@boards/client": fileURLToPath(new URL("lib/client/index.ts", import.meta.url)),
      "@": fileURLToPath(new URL(".", import.meta.url)),
      // One copy of graphql: Pothos loads the CommonJS one, and the two refuse each other.
      graphql: fileURLToPath(new URL("node_modules/graphql/index.js", import.meta.url)),
    },
  },
  test: {
    projects: [
      { extends: true, test: { name: "own process", include: own } },
      // They load packages and the catalogue once; the setup file gives each a fresh environment.
      { extends: true, test: { name: "shared process", include: shared.filter((file) => !inBrowser.includes(file)), isolate: false } },
      // A process that has no file of its environment next ends: one of the other kind between would have all loaded anew.
      { extends: true, test: { name: "shared process with a page", include: inBrowser, isolate: false } },
    ],
    // These kinds of processes transform for themselves what all import: whichever comes next reads what the first has written.
    experimental: { fsModuleCache: true },
    globalSetup: ["lib/testing/global-setup.ts"],
    setupFiles: ["lib/testing/fresh-state.ts", "lib/testing/fail-on-noise.ts"],
    // The server runs in the same process as the page that asks it, and asks others itself.
    environmentOptions: { happyDOM: { settings: { fetch: { disableSameOriginPolicy: true } } } },
    // Several waits of a test may follow each other.
    testTimeout: 3 * waitLimitMs,
    hookTimeout: 3 * waitLimitMs,
    expect: { poll: { timeout: waitLimitMs, interval: 15 } },
    maxWorkers: 2,
    // An outside engine knows one app of a name, at one address: the file's whose turn it is.
    fileParallelism: !process.env.WORKFLOW_INNGEST_URL,
    coverage: {
      include: ["{app,inngest,lib}/**/*.{ts,tsx,mjs}"],
      exclude: ["**/*.test.*", "lib/**/testing/**", "lib/client/dist/**", "**/generated/**"],
      // Screens are tested end to end.
      thresholds: {
        "{inngest,lib/{api,boards,curation,generations,generators,identity,messages,platform,spending}}/**": { branches: 85 },
        "lib/client/**": { branches: 70, lines: 70 },
      },
    },
  },
});
