interface Line {
  level: number;
  time: number;
  name: string;
  msg: string;
  err?: { message?: string };
}

/** The warnings and errors at the end of what an installation has printed, `most` at most, each with its time and part; repeated ones once. */
export function troubleIn(output: string, most = 40): string {
  const lines: { text: string; start: string; times: number }[] = [];
  for (const printed of output.split("\n")) {
    const line = lineOf(printed);
    if (!line || line.level < 40) continue;
    const why = line.err?.message?.trim().split("\n").at(-1);
    const text = `${line.name}: ${line.msg}${why ? ` (${why})` : ""}`.slice(0, 600);
    const last = lines.at(-1);
    if (last?.text === text) last.times += 1;
    else lines.push({ text, start: new Date(line.time).toISOString().slice(11, 23), times: 1 });
  }
  const shown = lines.slice(-most).map(({ text, start, times }) => `${start} ${text}${times > 1 ? ` ×${times}` : ""}`);
  return shown.join("\n") || "nothing";
}

/** Parts print records; what is cut off or plain is none. */
function lineOf(printed: string): Line | null {
  if (!printed.startsWith("{")) return null;
  try {
    return JSON.parse(printed) as Line;
  } catch {
    return null;
  }
}
