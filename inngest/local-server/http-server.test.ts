import pino from "pino";
import { expect, it } from "vitest";
import { listen, respondWith } from "./http-server";

const logger = pino({ level: "silent" });
const say = (word: string) => [{ method: "GET", path: "/", handle: async () => ({ status: 200, body: word }) }];

it("takes another port when its own is taken, also by one that starts at the same moment", async () => {
  const first = await listen(respondWith(say("first"), logger), 0);
  const port = Number(new URL(first.url).port);
  const others = await Promise.all(["second", "third", "fourth"].map((word) => listen(respondWith(say(word), logger), port)));
  const servers = [first, ...others];
  expect(new Set(servers.map(({ url }) => url)).size).toBe(4);
  expect(await Promise.all(servers.map(({ url }) => fetch(url).then((response) => response.json())))).toEqual(["first", "second", "third", "fourth"]);
  await Promise.all(servers.map(({ close }) => close()));
});
