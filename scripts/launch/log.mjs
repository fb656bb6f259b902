import { createRequire } from "node:module";
import { join } from "node:path";
import { stripVTControlCharacters } from "node:util";
import { root } from "./paths.mjs";

const levels = { info: 30, warn: 40, error: 50 };
/** What Next.js says of itself at each start: the launcher says where Boards is. */
const banner = /^\s*(▲ Next\.js|- (Local|Network|Environments|Experiments)\b|✓ (Starting|Ready|Running next\.config))/;

let isPretty = Boolean(process.stdout.isTTY);
let format;

/** Chooses how lines look: for people (`pretty`) or for programs (`json`); without a choice, for people when they are at a terminal. */
export function chooseLogFormat({ BOARDS_LOG_FORMAT: chosen }) {
  if (chosen) isPretty = chosen.toLowerCase() === "pretty";
}

/** Writes one line of the launcher's own. */
export function say(message, level = "info", fields = {}) {
  write({ level: levels[level], time: Date.now(), name: "start", ...fields, msg: message });
}

/** Does a step of the start and writes one line with its time. `work` may answer a note for the line. */
export async function step(name, work) {
  const start = performance.now();
  const note = await work();
  const seconds = Number(((performance.now() - start) / 1000).toFixed(1));
  say([`✓ ${name}`, note, `${seconds} s`].filter(Boolean).join(" · "));
}

/** Writes what a part prints as lines of the one log: its records as they are, anything else as a record in its name. */
export function relay(name, stream, plainLevel) {
  let rest = "";
  stream.setEncoding("utf8").on("data", (chunk) => {
    const lines = (rest + chunk).split("\n");
    rest = lines.pop();
    let plain = [];
    const flush = () => {
      const message = stripVTControlCharacters(plain.join("\n")).trim();
      plain = [];
      if (message) write({ level: levels[/^(⨯|\w*Error\b)/.test(message) ? "error" : plainLevel], time: Date.now(), name, msg: message });
    };
    for (const line of lines) {
      const record = recordOf(line);
      if (record) flush();
      if (record) write({ ...record, name }, line);
      else if (!banner.test(stripVTControlCharacters(line))) plain.push(line);
    }
    flush();
  });
}

function recordOf(line) {
  if (!line.startsWith("{")) return null;
  try {
    return JSON.parse(line);
  } catch {
    return null;
  }
}

/** `line` is the record as it was printed, which programs get unchanged. */
function write(record, line = JSON.stringify(record)) {
  process.stdout.write(isPretty ? pretty(record) : `${line}\n`);
}

function pretty(record) {
  format ??= loadFormat();
  return format?.(record) ?? `${record.msg}\n`;
}

/** Null before the first installation, when there are no packages yet. */
function loadFormat() {
  try {
    const { prettyFactory } = createRequire(join(root, "package.json"))("pino-pretty");
    return prettyFactory({
      colorize: Boolean(process.stdout.isTTY) && !process.env.NO_COLOR,
      translateTime: "SYS:HH:MM:ss",
      ignore: "pid,hostname,name",
      singleLine: true,
      messageKey: "msg",
      messageFormat: (record, key) => `${String(record.name).padEnd(9)} ${record[key] ?? record.message ?? ""}`,
      // Without its brackets.
      customPrettifiers: { time: (time) => time },
    });
  } catch {
    return null;
  }
}
