import { spawn } from "node:child_process";
import { root } from "./paths.mjs";
import { Problem } from "./problem.mjs";

const running = new Set();
process.on("exit", () => {
  for (const child of running) child.kill();
});

/** Runs a command to its end, or to ours. Its output is shown only when it fails. */
export function run(command, args, { env = process.env, isShown = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd: root,
      env,
      stdio: isShown ? "inherit" : ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32",
    });
    running.add(child);
    child.on("close", () => running.delete(child));
    let output = "";
    child.stdout?.on("data", (chunk) => {
      output += chunk;
    });
    child.stderr?.on("data", (chunk) => {
      output += chunk;
    });
    child.on("error", reject);
    child.on("exit", (code) => (code === 0 ? resolve(output) : reject(new Problem(`\`${command} ${args.join(" ")}\` failed.\n${output}`))));
  });
}
