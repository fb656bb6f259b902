// `npm test`: everything, from a fresh clone. Ends with the plain line `N passed, N failed`.
import { spawn } from "node:child_process";
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findBrowser } from "./launch/browser.mjs";
import { generate, install } from "./launch/install.mjs";
import { checkNode, chooseNode } from "./launch/node.mjs";
import { root } from "./launch/paths.mjs";
import { startPostgres } from "./launch/postgres.mjs";
import { launch } from "./launch/problem.mjs";

const [only, ...more] = process.argv.slice(2);
const total = { passed: 0, failed: 0 };

await launch(async () => {
  chooseNode();
  await install();
  checkNode();
  await generate();
  const scratch = mkdtempSync(join(tmpdir(), "boards-tests-"));
  // As root, PostgreSQL runs as someone else, who must be able to pass through.
  chmodSync(scratch, 0o711);
  try {
    if (!only) for (const check of ["lint", "typecheck"]) count(await shown("npm", ["run", "--silent", check]));
    if (!only || only === "unit") await unitTests(scratch);
    if (!only || only === "e2e") await endToEndTests(scratch);
  } finally {
    rmSync(scratch, { recursive: true, force: true });
  }
  console.log(`${total.passed} passed, ${total.failed} failed`);
  process.exit(total.failed > 0 ? 1 : 0);
});

async function unitTests(scratch) {
  const postgres = await startPostgres(join(scratch, "postgres"));
  const report = join(scratch, "unit.json");
  try {
    const args = ["vitest", "run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...more];
    const isGood = await shown("npx", args, { TEST_DATABASE_URL: postgres.url });
    const result = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : { numPassedTests: 0, numFailedTests: 0 };
    add(result.numPassedTests, result.numFailedTests, isGood);
  } finally {
    await postgres.stop();
  }
}

async function endToEndTests(scratch) {
  const browser = await findBrowser();
  const report = join(scratch, "e2e.json");
  const isGood = await shown("npx", ["playwright", "test", ...more], { BOARDS_BROWSER: browser, PLAYWRIGHT_JSON_OUTPUT_NAME: report });
  const { expected = 0, flaky = 0, unexpected = 0 } = existsSync(report) ? JSON.parse(readFileSync(report, "utf8")).stats : {};
  add(expected, unexpected + flaky, isGood);
}

function count(isGood) {
  add(isGood ? 1 : 0, isGood ? 0 : 1, isGood);
}

/** A run that failed without a failed test (it could not even begin) counts as one failure. */
function add(passed, failed, isGood) {
  total.passed += passed;
  total.failed += !isGood && failed === 0 ? 1 : failed;
}

function shown(command, args, env = {}) {
  return new Promise((resolve) => {
    const child = spawn(command, args, { cwd: root, env: { ...process.env, ...env }, stdio: "inherit" });
    child.on("exit", (code) => resolve(code === 0));
  });
}
