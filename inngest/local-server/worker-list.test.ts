import { expect, it } from "vitest";
import { WorkerList } from "./worker-list";

const one = "http://one.test/api/inngest";
const two = "http://two.test/api/inngest";

it("sends a call to whoever has the fewest in flight, the app itself included", () => {
  const workers = new WorkerList();
  workers.announce(one);
  workers.announce(two);
  const places = Array.from({ length: 6 }, () => workers.enter());
  expect(places.map(({ url }) => url?.href ?? "here")).toEqual(["here", one, two, "here", one, two]);
  places[1]?.leave();
  expect(workers.enter().url?.href).toBe(one);
  expect([1, 2].map(() => workers.enter({ isAppAway: true }).url?.href)).toEqual([one, two]);
});

it("forgets who is silent, and who is forgotten gets no call until it announces itself again", () => {
  const workers = new WorkerList();
  workers.announce(one, 0);
  workers.announce(two, 10_000);
  workers.enter({ now: 10_000 });
  expect(workers.enter({ now: 15_000 }).url?.href).toBe(one);
  workers.enter({ now: 20_000 });
  expect(workers.size).toBe(1);
  workers.forget(two);
  expect(workers.enter({ now: 20_000 }).url).toBeUndefined();
  workers.announce(two, 20_000);
  expect(workers.enter({ now: 20_000 }).url?.href).toBe(two);
});

it("knows a hundred at most", () => {
  const workers = new WorkerList();
  const announced = Array.from({ length: 101 }, (_, index) => workers.announce(`http://worker-${index}.test/`));
  expect(announced.filter(Boolean)).toHaveLength(100);
  expect(workers.announce("http://worker-0.test/")).toBe(true);
});
