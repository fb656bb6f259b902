import { expect, it, vi } from "vitest";
import { doAll } from "./do-all";

it("does everything though some of it fails, and fails then", async () => {
  const last = vi.fn(async () => 3);
  const work = { first: async () => 1, second: () => Promise.reject(new Error("no room")), last };
  await expect(doAll(work)).rejects.toThrow("no room");
  expect(last).toHaveBeenCalledOnce();
  expect(await doAll({ first: work.first, last })).toEqual({ first: 1, last: 3 });
});
