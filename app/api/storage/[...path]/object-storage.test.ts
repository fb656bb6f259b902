import { afterAll, beforeAll, expect, it } from "vitest";
import { openInstallation } from "@/lib/testing/installation";
import { openS3Simulator } from "@/lib/testing/simulators/s3/server";

let simulator: Awaited<ReturnType<typeof openS3Simulator>>;
let installation: Awaited<ReturnType<typeof openInstallation>>;
const load = async () => ({
  ...(await import("./route")),
  ...(await import("@/lib/platform/storage/current-storage")),
  ...(await import("@/lib/platform/storage/signed-url")),
});
let boards: Awaited<ReturnType<typeof load>>;
const key = "tenant/image/board/artifact/original";

beforeAll(async () => {
  simulator = await openS3Simulator();
  installation = await openInstallation(simulator.settings);
  boards = await load();
  await boards.currentStorage().write(key, Buffer.from("0123456789"));
});
afterAll(async () => {
  await installation.close();
  await simulator.close();
});

const get = (address: string, method = "GET") => {
  const url = new URL(address, "http://localhost");
  const path = url.pathname.replace("/api/storage/", "").split("/");
  return boards.GET(new Request(url, { method, headers: { host: "localhost" } }), { params: Promise.resolve({ path }) });
};
const placeOf = async (address: string) => (await get(address)).headers.get("location") ?? "";

it("sends browsers to the bucket, where the file is answered as it is here, in parts too", async () => {
  const answer = await get(boards.signStorageUrl(key, { mimeType: "image/png" }));
  expect([answer.status, await answer.text(), answer.headers.get("cache-control")]).toEqual([302, "", "private, max-age=3600, immutable"]);
  const place = answer.headers.get("location") ?? "";
  const file = await fetch(place);
  expect([file.status, await file.text()]).toEqual([200, "0123456789"]);
  expect(file.headers.get("content-type")).toBe("image/png");
  expect(file.headers.get("cache-control")).toBe("private, immutable");
  expect(Date.parse(file.headers.get("expires") ?? "")).toBeGreaterThan(Date.now() + 3_590_000);
  expect(file.headers.get("content-disposition")).toMatch(/^inline; filename="artifact.png"/);
  expect(await (await fetch(place, { headers: { range: "bytes=2-4" } })).text()).toBe("234");
});

it("leads to the same place each time, as a download under its name where that is asked for", async () => {
  const address = boards.signStorageUrl(key, { mimeType: "image/png" });
  expect(await placeOf(address)).toBe(await placeOf(address));
  const file = await fetch(await placeOf(`${address}&download=true&filename=a+fox`));
  expect(file.headers.get("content-disposition")).toMatch(/^attachment; filename="a fox.png"/);
});

it("opens nothing but this file, as this type, for as long as the address here does", async () => {
  const place = await placeOf(boards.signStorageUrl(key, { mimeType: "image/png" }));
  const changed = (from: string | RegExp, to: string) => fetch(place.replace(from, to)).then(({ status }) => status);
  expect(await changed("artifact/original", "other/original")).toBe(403);
  expect(await changed("image%2Fpng", "text%2Fhtml")).toBe(403);
  expect(await changed(/X-Amz-Expires=\d+/, "X-Amz-Expires=604800")).toBe(403);
  const endOf = (address: string) => {
    const query = new URL(address).searchParams;
    const signed = (query.get("X-Amz-Date") ?? "").replace(/^(....)(..)(..)T(..)(..)(..)Z$/, "$1-$2-$3T$4:$5:$6Z");
    return Date.parse(signed) / 1000 + Number(query.get("X-Amz-Expires"));
  };
  const ours = boards.signStorageUrl(key, { mimeType: "image/png" });
  expect(endOf(place)).toBe(Number(new URL(ours, "http://localhost").searchParams.get("expires")));
  const sharedUntil = new Date((Math.floor(Date.now() / 1000) + 100) * 1000);
  const shared = await placeOf(boards.signStorageUrl(key, { mimeType: "image/png", sharedUntil }));
  expect(endOf(shared)).toBe(sharedUntil.getTime() / 1000);
  expect((await get(ours.replace("signature=", "signature=x"))).status).toBe(404);
});

it("says of a file how large it is without sending anyone away", async () => {
  const head = await get(boards.signStorageUrl(key, { mimeType: "image/png" }), "HEAD");
  expect([head.status, head.headers.get("content-length")]).toEqual([200, "10"]);
});
