import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { basename } from "node:path";
import { Problem } from "./problem.mjs";

// The first is the same browser without its windows, which costs a good part less.
const headlessShell = "/usr/bin/chromium-headless-shell";
const installed = [
  headlessShell,
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/usr/bin/google-chrome-stable",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** A Chromium or Chrome for the tests: one that is installed, else Playwright's own, else Debian's package when we may install it. */
export async function findBrowser() {
  const found = installed.find((path) => existsSync(path)) ?? (await playwrightsOwn());
  if (found) return found;
  const isRoot = process.getuid?.() === 0;
  if (isRoot && existsSync("/usr/bin/apt-get")) {
    spawnSync("apt-get", ["update"], { stdio: "ignore" });
    const env = { ...process.env, DEBIAN_FRONTEND: "noninteractive" };
    // Older releases have the second alone.
    for (const path of [headlessShell, "/usr/bin/chromium"]) {
      spawnSync("apt-get", ["install", "-y", "--no-install-recommends", basename(path)], { stdio: "inherit", env });
      if (existsSync(path)) return path;
    }
  }
  throw new Problem("The end-to-end tests need a browser: install Chromium or Chrome, or run `npx playwright install chromium`.");
}

async function playwrightsOwn() {
  const { chromium } = await import("playwright/test");
  const path = chromium.executablePath();
  return path && existsSync(path) ? path : null;
}
