import { describe, expect, it } from "vitest";
import { groupCards } from "./group-cards";
import { itemOf } from "./testing/in-memory-board";

const items = [
  itemOf("a1", { batchId: "a", batchSize: 3 }),
  itemOf("lone"),
  itemOf("a2", { batchId: "a", batchSize: 3 }),
  itemOf("b1", { batchId: "b", batchSize: 2 }),
  itemOf("a3", { batchId: "a", batchSize: 3 }),
  itemOf("b2", { batchId: "b", batchSize: 2 }),
];
const idsOf = (opened: ReadonlySet<string> | null) => groupCards(items, opened).map(({ ids }) => ids.join("+"));

describe("cards", () => {
  it("are the results, one each, when nothing is grouped", () => expect(idsOf(null)).toEqual(["a1", "lone", "a2", "b1", "a3", "b2"]));
  it("are the requests, where their first result stands", () => expect(idsOf(new Set())).toEqual(["a1+a2+a3", "lone", "b1+b2"]));
  it("are the results of a request that was opened", () => {
    expect(idsOf(new Set(["a"]))).toEqual(["a1", "lone", "a2", "b1+b2", "a3"]);
    expect(groupCards(items, new Set(["a"])).filter(({ isOpened }) => isOpened)).toHaveLength(3);
  });
});
