import { expect, it } from "vitest";
import { troubleIn } from "./trouble-in";

const line = (level: number, second: number, name: string, msg: string, err?: object) =>
  JSON.stringify({ level, time: Date.UTC(2026, 0, 1, 10, 0, second), name, msg, err });

it("shows the last warnings and errors with their cause, and repeated ones once", () => {
  const away = { message: "\nInvalid query:\n\nthe database system is starting up" };
  const output = [
    line(30, 0, "web", "ready"),
    "plain text",
    line(40, 1, "start", "PostgreSQL ended; starting it again"),
    line(50, 2, "boards", "request failed", away),
    line(50, 3, "boards", "request failed", away),
    line(40, 4, "start", "web ended (SIGKILL); starting it again"),
    '{"level":50,"cut',
  ].join("\n");
  expect(troubleIn(output).split("\n")).toEqual([
    "10:00:01.000 start: PostgreSQL ended; starting it again",
    "10:00:02.000 boards: request failed (the database system is starting up) ×2",
    "10:00:04.000 start: web ended (SIGKILL); starting it again",
  ]);
  expect(troubleIn(output, 1)).toBe("10:00:04.000 start: web ended (SIGKILL); starting it again");
  expect(troubleIn("")).toBe("nothing");
});
