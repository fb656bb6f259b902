import { expect, it } from "vitest";
import { addressOf, urlOf } from "./address.mjs";

it.each([
  [{}, { host: "127.0.0.1", port: 3000, isFixed: false, isLocal: true }, "http://127.0.0.1:3000"],
  [{ HOST: "localhost", PORT: "80" }, { host: "localhost", port: 80, isFixed: true, isLocal: true }, "http://localhost:80"],
  [{ HOST: "::1" }, { host: "::1", port: 3000, isFixed: false, isLocal: true }, "http://[::1]:3000"],
  [{ HOST: "[::1]" }, { host: "::1", port: 3000, isFixed: false, isLocal: true }, "http://[::1]:3000"],
  [{ HOST: "0.0.0.0" }, { host: "0.0.0.0", port: 3000, isFixed: false, isLocal: false }, "http://127.0.0.1:3000"],
  [{ HOST: "::" }, { host: "::", port: 3000, isFixed: false, isLocal: false }, "http://[::1]:3000"],
  [{ HOST: "2001:db8::7" }, { host: "2001:db8::7", port: 3000, isFixed: false, isLocal: false }, "http://[2001:db8::7]:3000"],
  [{ BOARDS_AUTH_PROVIDER: "password" }, { host: "127.0.0.1", port: 3000, isFixed: false, isLocal: false }, "http://127.0.0.1:3000"],
  [{ BOARDS_FRONTEND_BASE_URL: "https://boards.example" }, { host: "127.0.0.1", port: 3000, isFixed: true, isLocal: true }, "http://127.0.0.1:3000"],
])("reads %o", (settings, expected, url) => {
  const address = addressOf(settings);
  expect(address).toEqual(expected);
  expect(urlOf(address.host, address.port)).toBe(url);
  expect(new URL(url).host).toContain(address.port === 80 ? "localhost" : ":3000");
});

it.each(["abc", "0", "65536", "3000.5"])("refuses PORT=%s by name", (PORT) => {
  expect(() => addressOf({ PORT })).toThrow(`PORT=${PORT} is not a number from 1 to 65535.`);
});
