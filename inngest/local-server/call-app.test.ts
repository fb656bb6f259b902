import http from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { AppCaller, readCallResult } from "./call-app";
import { sign } from "./signatures";

describe("calling the app", () => {
  let answer: (response: http.ServerResponse) => void;
  let server: http.Server;
  let url: URL;
  const caller = new AppCaller("ab");

  beforeAll(async () => {
    server = http.createServer((request, response) => request.resume().on("end", () => answer(response)));
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    url = new URL(`http://127.0.0.1:${(server.address() as AddressInfo).port}/`);
  });
  afterAll(() => {
    caller.close();
    server.close();
  });

  it("believes an answer that is signed with its key", async () => {
    answer = (response) => response.writeHead(200, { "x-inngest-signature": sign('"done"', "ab") }).end('"done"');
    expect(await caller.call(url, "{}")).toEqual({ kind: "completed", output: "done" });
  });

  it.each([
    ["unsigned", {}],
    ["signed with another key", { "x-inngest-signature": sign('"done"', "cd") }],
  ])("takes an answer that is %s for an app that is away", async (_, headers) => {
    answer = (response) => response.writeHead(200, headers).end('"done"');
    expect(await caller.call(url, "{}")).toMatchObject({ kind: "unreachable", interrupted: false });
  });

  it("tells an app that broke off from one that is away", async () => {
    answer = (response) => response.destroy();
    expect(await caller.call(url, "{}")).toMatchObject({ kind: "unreachable", interrupted: true });
    const nobody = new URL("http://127.0.0.1:1/");
    expect(await caller.call(nobody, "{}")).toMatchObject({ kind: "unreachable", interrupted: false });
  });
});

describe("reading an answer", () => {
  it.each([
    [200, {}, "", { kind: "completed", output: null }],
    [206, {}, '[{"id":"a","op":"StepRun"}]', { kind: "operations", operations: [{ id: "a", op: "StepRun" }] }],
    [500, {}, '{"message":"no"}', { kind: "failed", retriable: true, error: { name: "Error", message: "no" } }],
    [400, { "x-inngest-no-retry": "true" }, '{"name":"A","message":"no"}', { kind: "failed", retriable: false }],
    [500, {}, "plain", { kind: "failed", retriable: true, error: { message: "plain" } }],
    [201, {}, "", { kind: "failed", retriable: false }],
  ])("%i %o %s", (status, headers, body, expected) => {
    expect(readCallResult({ status, headers, body })).toMatchObject(expected);
  });
});
