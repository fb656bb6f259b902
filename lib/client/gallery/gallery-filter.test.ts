import { expect, it } from "vitest";
import { isFound, searchOf } from "./gallery-filter.ts";
import type { GalleryItem } from "./gallery-item.ts";

const item = { artifactType: "IMAGE" } as GalleryItem;

it("a search of a filter holds only what is asked for, in one order", () => {
  const filter = { statuses: ["FAILED" as const], query: "", tagIds: [], isStarred: false, userId: null, artifactTypes: ["IMAGE" as const] };
  const search = searchOf("board", filter);
  expect(JSON.stringify(search)).toBe('{"boardId":"board","artifactTypes":["IMAGE"],"isStarred":false,"statuses":["FAILED"]}');
  expect(searchOf(null, {})).toEqual({});
});

it("only types are told here, everything else by the server", () => {
  expect(isFound(item, searchOf("board", {}))).toBe(true);
  expect(isFound(item, searchOf("board", { artifactTypes: ["IMAGE"] }))).toBe(true);
  expect(isFound(item, searchOf("board", { artifactTypes: ["VIDEO"], isStarred: true }))).toBe(false);
  expect(isFound(item, searchOf("board", { isStarred: true }))).toBeUndefined();
  expect(isFound(item, searchOf(null, {}))).toBeUndefined();
});
