// `npm test`: everything, from a fresh clone. Ends with the plain line `N passed, N failed`.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join, relative } from "node:path";
import { findBrowser } from "./launch/browser.mjs";
import { generate, generateRouteTypes, install } from "./launch/install.mjs";
import { startKeeper } from "./launch/keeper.mjs";
import { checkNode, chooseNode } from "./launch/node.mjs";
import { root } from "./launch/paths.mjs";
import { launch } from "./launch/problem.mjs";

const [only, ...more] = process.argv.slice(2);
const total = { passed: 0, failed: 0 };
/** What failed before the end-to-end tests, whose output comes last: it is said once more at the end. */
const failures = [];
const running = new Set();
let stopped;

await launch(async () => {
  chooseNode();
  await install({ forDevelopment: true });
  checkNode();
  await generate();
  await generateRouteTypes();
  const keeper = await startKeeper();
  for (const signal of ["SIGINT", "SIGTERM", "SIGHUP"]) process.on(signal, () => stop(signal));
  if (!only) {
    const checks = ["lint", "typecheck", "size"];
    const results = await Promise.all(checks.map((check) => shown(keeper, "npm", ["run", "--silent", check])));
    for (const [index, isGood] of results.entries()) {
      add(isGood ? 1 : 0, isGood ? 0 : 1, isGood);
      if (!isGood) failures.push(`npm run ${checks[index]}`);
    }
  }
  if (!only || only === "unit") await unitTests(keeper);
  if (!only || only === "e2e") await endToEndTests(keeper);
  await keeper.stop();
  if (stopped) process.exit(128 + constants.signals[stopped]);
  for (const failure of failures) console.log(`Failed: ${failure}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
});

async function unitTests(keeper) {
  const report = join(keeper.folder, "unit.json");
  const isGood = await shown(keeper, "npx", ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...more]);
  const result = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : { numPassedTests: 0, numFailedTests: 0 };
  add(result.numPassedTests, result.numFailedTests, isGood);
  for (const { name, message, assertionResults = [] } of result.testResults ?? []) {
    if (message) failures.push(`${relative(root, name)}: ${message.slice(0, 1000)}`);
    for (const { status, fullName, failureMessages } of assertionResults)
      if (status === "failed") failures.push(`${relative(root, name)}: ${fullName}\n${failureMessages.join("\n").slice(0, 1000)}`);
  }
}

async function endToEndTests(keeper) {
  const browser = await findBrowser();
  const report = join(keeper.folder, "e2e.json");
  const isGood = await shown(keeper, "npx", ["playwright", "test", ...more], { BOARDS_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const { expected = 0, flaky = 0, unexpected = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).stats : {};
  add(expected, unexpected + flaky, isGood);
}

/** A run that failed without a failed test (it could not even begin) counts as one failure. */
function add(passed, failed, isGood) {
  total.passed += passed;
  total.failed += !isGood && failed === 0 ? 1 : failed;
}

/** In a group of its own, so that it can be stopped with all that it started. */
function shown(keeper, command, args, env = {}) {
  if (stopped) return false;
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: ["ignore", "inherit", "inherit"], detached: true });
    const { pid } = child;
    running.add(child);
    keeper.watch(pid);
    child.on("exit", (code) => {
      running.delete(child);
      keeper.end(pid);
      resolve(code === 0);
    });
  });
}

/** Stops what runs, which then ends this; a second time at once. */
function stop(signal) {
  for (const { pid } of running) process.kill(-pid, stopped ? "SIGKILL" : signal);
  stopped = signal;
}
