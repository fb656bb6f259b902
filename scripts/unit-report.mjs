import { writeFileSync } from "node:fs";
import { inspect } from "node:util";

/**
 * A reporter of Vitest that writes `{ passed, failures }` to the file UNIT_REPORT_FILE names.
 * Vitest's own JSON leaves out errors outside of tests (a rejection that nothing caught, a process that did not end), which fail a run too.
 */
export default class UnitReport {
  onTestRunEnd(modules, unhandledErrors) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const suites = modules.flatMap((module) => [module, ...module.children.allSuites()]);
    const failures = [
      ...suites.filter((suite) => suite.errors().length > 0).map((suite) => failure(suite, suite.errors())),
      ...tests.filter((test) => test.result().state === "failed").map((test) => failure(test, test.result().errors)),
      ...unhandledErrors.map((error) => `outside of tests, after ${error.VITEST_TEST_PATH} ${error.VITEST_TEST_NAME}\n${text(error)}`),
    ];
    const passed = tests.filter((test) => test.result().state === "passed").length;
    writeFileSync(process.env.UNIT_REPORT_FILE, JSON.stringify({ passed, failures }));
  }
}

/** A module that could not be loaded has no full name. */
function failure(part, errors) {
  const { relativeModuleId } = part.module ?? part;
  return `${relativeModuleId} ${part.fullName ?? ""}\n${errors.map(text).join("\n")}`;
}

const text = (error) => (error.stack ?? error.message ?? inspect(error)).slice(0, 1000);
