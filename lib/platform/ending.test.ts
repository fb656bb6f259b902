import { spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";
import { expect, it } from "vitest";

const program = `
  import { isEnding, watchForEnding } from ${JSON.stringify(fileURLToPath(new URL("./ending.ts", import.meta.url)))};
  watchForEnding();
  process.on("SIGTERM", () => process.exit(isEnding() ? 7 : 8));
  setInterval(() => undefined, 1000);
  process.send(isEnding());`;

it.each([
  ["it is asked to", (child: ReturnType<typeof spawn>) => child.kill("SIGTERM")],
  ["its launcher is gone", (child: ReturnType<typeof spawn>) => child.disconnect()],
])("is ending when %s", async (_name, end) => {
  const child = spawn("node", ["--import", "tsx", "--input-type=module", "--eval", program], { stdio: ["ignore", "inherit", "inherit", "ipc"] });
  expect(await once(child, "message")).toEqual([false, undefined]);
  const exited = once(child, "exit");
  end(child);
  expect(await exited).toEqual([7, null]);
});
