import { expect, it } from "vitest";
import { cronError, nextCronMoment } from "./cron-schedule";

it("is in UTC unless it names a zone, and follows summer time", () => {
  const after = new Date("2030-03-30T12:00:00Z");
  expect(nextCronMoment("0 9 * * *", after)?.toISOString()).toBe("2030-03-31T09:00:00.000Z");
  expect(nextCronMoment("TZ=Europe/Paris 0 9 * * *", after)?.toISOString()).toBe("2030-03-31T07:00:00.000Z");
});

it.each(["* * * * *", "*/5 * * * *", "0 9 * * MON-FRI", "0,30 9-17 1 jan,jul 0", "0 0 7 7 *", "*/7 * * * *", "CRON_TZ=Asia/Tokyo 0 20 * * 6"])(
  "takes %s, as Inngest does",
  (schedule) => expect(cronError(schedule)).toBeUndefined(),
);

it.each([
  "* * * * * *",
  "* * * *",
  "@daily",
  "0 9 L * *",
  "0 9 15W * *",
  "0 9 * * 1#2",
  "0 9 * * 7",
  "0 9 * * 5-7",
  "61 * * * *",
  "every day",
  "TZ=Mars/One 0 9 * * *",
  "0 0 31 2 *",
  "",
])("refuses %j", (schedule) => expect(cronError(schedule)).toEqual(expect.any(String)));
