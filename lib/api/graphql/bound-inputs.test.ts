import { getNullableType, isListType } from "graphql";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { Viewer } from "@/lib/platform/caller/viewer";
import { askGraphql } from "@/lib/testing/ask-graphql";
import { openInstallation } from "@/lib/testing/installation";
import { type InputPlace, inputPlaces, requestWith, sample } from "@/lib/testing/operation-inputs";

let installation: Awaited<ReturnType<typeof openInstallation>>;
let owner: Viewer;
beforeAll(async () => {
  installation = await openInstallation();
  owner = await installation.viewer("owner");
});
afterAll(() => installation.close());

const nested = (levels: number) => {
  let value: unknown = {};
  for (let level = 0; level < levels; level++) value = level % 2 ? [value] : { a: value };
  return value;
};

async function ask(place: InputPlace, value: unknown) {
  const { query, variables } = requestWith(place, value);
  return (await askGraphql(owner, query, variables)).errors[0];
}

/** Lists of ids alone, which a selection is sent as. */
const longer: Record<string, number> = {
  "galleryIds ids": 1000,
  ...{ "changeGenerations ids": 5000, "changeGenerations exceptIds": 5000 },
  ...{ "exportGenerations ids": 5000, "exportGenerations exceptIds": 5000 },
};

describe("what a client sends", () => {
  const all = inputPlaces((type) => isListType(type) || type.toString() === "JSON");
  it("knows its places", () => {
    expect(all.length).toBeGreaterThan(20);
    expect(all.map(({ operation, field }) => `${operation} ${field}`)).toContain("searchGenerations tagIds");
  });

  it.each(all.map((place) => ({ ...place, name: `${place.operation} ${place.field}` })))("is bounded: $name", async (place) => {
    if (isListType(getNullableType(place.type))) {
      const item = sample(place.type) as unknown[];
      const most = longer[place.name] ?? 200;
      expect(await ask(place, Array(most + 1).fill(item[0]))).toMatchObject({
        message: expect.stringContaining(`up to ${most.toLocaleString("en")} items`),
        extensions: { reason: "input.invalid", field: place.field },
      });
      expect((await ask(place, Array(most).fill(item[0])))?.message ?? "").not.toContain(" items");
      return;
    }
    expect(await ask(place, nested(3000))).toMatchObject({
      message: expect.stringContaining("nested up to 32 levels"),
      extensions: { reason: "input.invalid", field: place.field },
    });
    expect(await ask(place, { a: ["x".repeat(150_000), "x".repeat(150_000)] })).toMatchObject({
      message: expect.stringContaining("up to 262,144 characters"),
      extensions: { reason: "input.invalid", field: place.field },
    });
    const wide = Object.fromEntries(Array.from({ length: 10_001 }, (_, index) => [`${index}`, 1]));
    expect(await ask(place, wide)).toMatchObject({ extensions: { reason: "input.invalid", field: place.field } });
  });
});

it("bounds the body of every REST request in depth and number", async () => {
  const { operations } = await import("@/lib/api/rest/openapi");
  const { readJson } = await import("@/lib/api/rest/read-json");
  const shapes = Object.values(operations).flatMap((methods) => Object.values(methods).flatMap(({ body }) => body ?? []));
  expect(shapes.length).toBeGreaterThan(3);
  const send = (body: string) => new Request("http://boards.test/", { method: "POST", body });
  for (const shape of shapes) {
    await expect(readJson(send(JSON.stringify({ settings: nested(3000) })), shape)).rejects.toMatchObject({ reason: "request.invalid_body" });
    await expect(readJson(send(JSON.stringify(Array(10_001).fill(1))), shape)).rejects.toMatchObject({ reason: "request.invalid_body" });
  }
});
