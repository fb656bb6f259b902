import type { Tag } from "@boards/client";
import { expect, it } from "vitest";
import { presenceAfter, presenceOf, withToggled } from "./tag-choice";

const tag = (id: string): Tag => ({ id, name: id, color: "gray", uses: 0 });
const none = { add: [], remove: [] };

it("a tag is on all results, on some or on none", () => {
  const tags = [[tag("a"), tag("b")], [tag("a")]];
  expect(["a", "b", "c"].map((id) => presenceOf(id, tags))).toEqual(["all", "some", "none"]);
  expect(presenceOf("a", [])).toBe("none");
});

it("choosing puts it on all, choosing again goes back, and nothing is asked for that is so already", () => {
  const put = withToggled(none, "a", "none");
  expect(put).toEqual({ add: ["a"], remove: [] });
  expect(presenceAfter("a", "none", put)).toBe("all");
  expect(withToggled(put, "a", "none")).toEqual(none);
  expect(withToggled(none, "a", "all")).toEqual({ add: [], remove: ["a"] });
});

it("what only some have goes to all first, then to none", () => {
  const all = withToggled(none, "a", "some");
  expect(all).toEqual({ add: ["a"], remove: [] });
  expect(withToggled(all, "a", "some")).toEqual({ add: [], remove: ["a"] });
});
