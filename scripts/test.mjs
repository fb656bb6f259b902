// `npm test`: everything, from a fresh clone. Ends with the plain line `N passed, N failed`.
import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { constants } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./launch/browser.mjs";
import { generate, generateRouteTypes, install } from "./launch/install.mjs";
import { startKeeper } from "./launch/keeper.mjs";
import { checkNode, chooseNode } from "./launch/node.mjs";
import { root } from "./launch/paths.mjs";
import { launch } from "./launch/problem.mjs";

const [only, ...more] = process.argv.slice(2);
/** What failed before the end-to-end tests, whose output comes last, is said once more at the end. */
const total = { passed: 0, failed: 0, failures: [] };
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
    for (const [index, isGood] of results.entries()) add(`npm run ${checks[index]}`, { passed: isGood ? 1 : 0, failed: 0, failures: [] }, isGood);
  }
  if (!only || only === "unit") await unitTests(keeper);
  if (!only || only === "e2e") await endToEndTests(keeper);
  await keeper.stop();
  if (stopped) process.exit(128 + constants.signals[stopped]);
  for (const failure of total.failures) console.log(`Failed: ${failure}\n`);
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
});

async function unitTests(keeper) {
  const file = join(keeper.folder, "unit.json");
  const isGood = await shown(keeper, "npx", ["vitest", "run", "--reporter=default", "--reporter=./scripts/unit-report.mjs", ...more], {
    UNIT_REPORT_FILE: file,
  });
  const report = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { passed: 0, failures: [] };
  add("the unit tests", { ...report, failed: report.failures.length }, isGood);
}

async function endToEndTests(keeper) {
  const browser = await findBrowser();
  const file = join(keeper.folder, "e2e.json");
  const isGood = await shown(keeper, "npx", ["playwright", "test", ...more], { BOARDS_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: file });
  const { stats, errors } = existsSync(file) ? JSON.parse(readFileSync(file, "utf8")) : { stats: {}, errors: [] };
  const { expected = 0, flaky = 0, unexpected = 0 } = stats;
  const failures = errors.map(({ message }) => `outside of tests: ${message}`);
  add("the end-to-end tests", { passed: expected, failed: unexpected + flaky, failures }, isGood);
}

/** A run that failed without a failed test (it could not begin, or an error came outside of tests) counts as one failure. */
function add(name, { passed, failed, failures }, isGood) {
  const failsByItself = !isGood && failed === 0;
  total.passed += passed;
  total.failed += failsByItself ? 1 : failed;
  total.failures.push(...failures);
  if (failsByItself && failures.length === 0) total.failures.push(`${name}: see its output above`);
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
