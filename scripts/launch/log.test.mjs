import { spawnSync } from "node:child_process";
import { expect, it } from "vitest";

const record = { level: 40, time: 1_795_651_203_176, pid: 7, hostname: "vm", name: "boards", url: "http://127.0.0.1:1/x", msg: "app away" };
const printed = [
  "   ▲ Next.js 16.4.6",
  "- Local:        http://127.0.0.1:3000",
  " ✓ Ready in 300ms",
  JSON.stringify(record),
  "\u001b[33m⨯ Error: it broke",
  "    at line 1",
  "half a ",
];

/** What the launcher writes when its part prints this. */
function linesOf(BOARDS_LOG_FORMAT) {
  const program = `
    import { PassThrough } from "node:stream";
    import { chooseLogFormat, relay, say, step } from ${JSON.stringify(new URL("./log.mjs", import.meta.url).href)};
    chooseLogFormat(process.env);
    await step("Packages", () => "up to date");
    const stream = new PassThrough();
    relay("web", stream, "info");
    stream.write(${JSON.stringify(printed.join("\n"))});
    await new Promise(setImmediate);
    stream.write("line\\n");
    await new Promise(setImmediate);
    say("Boards is ready: http://127.0.0.1:3000");`;
  const env = { ...process.env, BOARDS_LOG_FORMAT, TZ: "UTC" };
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "--eval", program], { env, encoding: "utf8" });
  expect(stderr).toBe("");
  return stdout.trimEnd().split("\n");
}

it("is one JSON record a line where no terminal is: the launcher's own, a part's unchanged, and whatever else it prints", () => {
  const lines = linesOf(undefined);
  expect(lines[1]).toBe(JSON.stringify(record));
  expect(lines.map((line) => JSON.parse(line)).map(({ name, level, msg }) => [name, level, msg])).toEqual([
    ["start", 30, expect.stringMatching(/^✓ Packages · up to date · \d+(\.\d)? s$/)],
    ["boards", 40, "app away"],
    ["web", 50, "⨯ Error: it broke\n    at line 1"],
    ["web", 30, "half a line"],
    ["start", 30, "Boards is ready: http://127.0.0.1:3000"],
  ]);
});

it("is one format for people when asked", () => {
  const lines = linesOf("pretty");
  expect(lines).toEqual([
    expect.stringMatching(/^\d\d:\d\d:\d\d INFO: start +✓ Packages · up to date · \d+(\.\d)? s$/),
    '00:00:03 WARN: web       app away {"url":"http://127.0.0.1:1/x"}',
    expect.stringMatching(/^\d\d:\d\d:\d\d ERROR: web +⨯ Error: it broke$/),
    expect.stringMatching(/at line 1$/),
    expect.stringMatching(/^\d\d:\d\d:\d\d INFO: web +half a line$/),
    expect.stringMatching(/^\d\d:\d\d:\d\d INFO: start +Boards is ready: http:\/\/127\.0\.0\.1:3000$/),
  ]);
});
