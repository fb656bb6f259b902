import { once } from "node:events";
import { createServer } from "node:net";
import { expect, it } from "vitest";
import { takePort } from "./ports.mjs";

const host = "127.0.0.1";

async function takenPort() {
  const server = createServer();
  await once(server.listen(0, host), "listening");
  return { port: server.address().port, close: () => server.close() };
}

it("gives each of many who want the same port at the same moment one of its own, past those that are taken", async () => {
  const other = await takenPort();
  const taken = await Promise.all(Array.from({ length: 8 }, () => takePort(other.port, host, false)));
  const ports = taken.map(({ port }) => port);
  expect(new Set(ports).size).toBe(8);
  expect(ports).not.toContain(other.port);
  await Promise.all(taken.map(({ letGo }) => letGo()));
  // Though nothing listens there at the moment, it is still this start's.
  expect((await takePort(other.port, host, false)).port).toBeGreaterThan(Math.max(...ports));
  other.close();
});

it("makes room for the server the port was taken for", async () => {
  const { port, letGo } = await takePort(42_000, host, false);
  await letGo();
  const server = createServer();
  await once(server.listen(port, host), "listening");
  server.close();
});

it("says what to do about a port that was asked for and is taken, and about an address of another machine", async () => {
  const other = await takenPort();
  await expect(takePort(other.port, host, true)).rejects.toThrow(
    `Port ${other.port} is taken. Stop what uses it, or choose another: PORT=${other.port + 1} npm start`,
  );
  await expect(takePort(42_100, "192.0.2.1", true)).rejects.toThrow("HOST=192.0.2.1 is not an address of this machine (EADDRNOTAVAIL).");
  other.close();
});
