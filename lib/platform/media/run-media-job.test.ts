import { execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp } from "node:fs/promises";
import { getPriority, tmpdir } from "node:os";
import { join } from "node:path";
import sharp from "sharp";
import { beforeAll, expect, it } from "vitest";
import { runMediaJob } from "@/lib/platform/media/run-media-job";

let path: string;
let output: string;
beforeAll(async () => {
  Object.assign(process.env, { DATABASE_URL: "postgresql://localhost/boards", BOARDS_STORAGE_SIGNING_KEY: "k".repeat(32), BOARDS_LOCAL: "1" });
  const folder = await mkdtemp(join(tmpdir(), "boards-job-"));
  [path, output] = [join(folder, "image.png"), join(folder, "output.png")];
  await sharp({ create: { width: 4000, height: 3000, channels: 3, background: "#2a6f97" } })
    .png()
    .toFile(path);
});

const draw = (options: { timeLimitMs?: number; signal?: AbortSignal } = {}) =>
  runMediaJob({ kind: "image", path, output }, { timeLimitMs: 30_000, ...options });

it("does more jobs than there are processes", async () => {
  const results = await Promise.all(Array.from({ length: 5 }, () => draw()));
  for (const result of results) expect(result).toEqual({ width: 4000, height: 3000 });
});

it("works with a lower priority than what answers requests", async () => {
  await draw();
  const processes = execFileSync("ps", ["-A", "-o", "ppid=,ni=,args="], { encoding: "utf8" }).split("\n");
  const ours = processes
    .map((line) => line.trim().split(/\s+/))
    .filter(([parent, , ...args]) => parent === String(process.pid) && args.some((arg) => arg.endsWith("media/worker/main.mjs")));
  expect(ours.length).toBeGreaterThan(0);
  for (const [, niceness] of ours) expect(Number(niceness)).toBeGreaterThan(getPriority());
});

it.runIf(process.platform === "linux")(
  "starts one thread for ProRes, however many cores there are: each reserves a quarter of what a process may have",
  async () => {
    const start = "ulimit -d 1500000; exec node --max-old-space-size=96 lib/platform/media/worker/main.mjs 800000000";
    const child = spawn("sh", ["-c", start], { stdio: ["ignore", "ignore", "ignore", "ipc"] });
    const messages: unknown[] = [];
    child.on("message", (message: { result?: object }) => {
      messages.push(message);
      if (message.result) child.kill();
    });
    const film = join(import.meta.dirname, "testing/samples/prores.mov");
    child.send({ kind: "describe", path: film, artifactType: "video", folder: await mkdtemp(join(tmpdir(), "boards-prores-")) });
    await once(child, "exit");
    expect(messages.at(-1)).toMatchObject({ result: { isDamaged: false, previewWidths: [320] } });
  },
);

it("ends what takes too long, and goes on with the next", async () => {
  const [slow, next] = await Promise.allSettled([draw({ timeLimitMs: 1 }), draw()]);
  expect(slow).toMatchObject({ status: "rejected", reason: { reason: "time" } });
  expect(next).toMatchObject({ status: "fulfilled" });
});

it("ends with whoever asked", async () => {
  const abort = new AbortController();
  const drawing = draw({ signal: abort.signal });
  abort.abort(new Error("not wanted any more"));
  await expect(drawing).rejects.toThrow("not wanted any more");
  await expect(draw({ signal: abort.signal })).rejects.toThrow("not wanted any more");
  expect(await draw()).toEqual({ width: 4000, height: 3000 });
});

it("says what cannot be decoded", async () => {
  await expect(runMediaJob({ kind: "image", path: "/nowhere", output }, { timeLimitMs: 30_000 })).rejects.toMatchObject({ reason: "failed" });
});
