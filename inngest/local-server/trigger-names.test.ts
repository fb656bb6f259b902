import { expect, it } from "vitest";
import { triggerNames } from "./trigger-names";

it("lets a star stand for what follows a slash or a dot, at the end only, as Inngest does", () => {
  expect([...triggerNames("app/user.created")]).toEqual(["app/user.created", "app/*", "app/user.*"]);
  expect([...triggerNames("app/blog.post.published")]).toEqual(["app/blog.post.published", "app/*", "app/blog.*", "app/blog.post.*"]);
  expect([...triggerNames("plain")]).toEqual(["plain"]);
});
