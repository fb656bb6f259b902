import { expect, it } from "vitest";
import { readFilter, writeFilter } from "./filter-address";

const again = (filter: ReturnType<typeof readFilter>) => {
  const parameters = new URLSearchParams("view=kept&q=old&sort=oldest");
  writeFilter(parameters, filter);
  return parameters;
};

it("an address holds a whole filter, and keeps what is not of it", () => {
  const id = "0199a1b2-0000-7000-8000-000000000001";
  const asked = `q=red+fox&type=IMAGE&type=VIDEO&generator=sketch&provider=fal&status=FAILED&tag=${id}&starred=yes&rating=4&author=${id}&from=2026-03-01&to=2026-03-31&used=no&simulated=yes&similar=${id}`;
  const filter = readFilter(new URLSearchParams(asked));
  expect(Object.keys(filter)).toHaveLength(14);
  expect(new Date(String(filter.createdBefore)).getTime() - new Date(String(filter.createdAfter)).getTime()).toBeGreaterThan(30 * 86_400_000);
  const written = again(filter);
  expect(readFilter(written)).toEqual(filter);
  expect(written.get("view")).toBe("kept");
  expect(written.get("sort")).toBe("oldest");
  expect([written.get("from"), written.get("to")]).toEqual(["2026-03-01", "2026-03-31"]);
});

it("what is no value is as if it was not there", () => {
  expect(
    readFilter(new URLSearchParams("type=PAINTING&status=&tag=fox&rating=9&from=yesterday&to=2026-99-99&starred=perhaps&author=me&similar=this")),
  ).toEqual({});
  expect(String(again({ query: "", artifactTypes: [], isStarred: null }))).toBe("view=kept&sort=oldest");
});
