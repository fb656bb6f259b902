import { once } from "node:events";
import { type AddressInfo, connect, createServer, type Socket } from "node:net";
import { testDatabaseServer } from "@/lib/testing/database";

/**
 * Leads all of this test file's connections to the database over a line that can be cut, as a database that is killed cuts it. To be
 * opened before the installation.
 */
export async function openDatabaseLine() {
  const { TEST_DATABASE_URL: given } = process.env;
  const direct = await testDatabaseServer();
  const { hostname, port } = new URL(direct);
  const sockets = new Set<Socket>();
  const line = createServer((near) => {
    const far = connect(Number(port || 5432), hostname);
    for (const [one, other] of [
      [near, far],
      [far, near],
    ] as const) {
      sockets.add(one);
      one.pipe(other);
      one.on("error", () => undefined);
      one.on("close", () => {
        sockets.delete(one);
        other.destroy();
      });
    }
  });
  line.listen(0, "127.0.0.1");
  await once(line, "listening");
  const throughLine = new URL(direct);
  throughLine.host = `127.0.0.1:${(line.address() as AddressInfo).port}`;
  process.env.TEST_DATABASE_URL = throughLine.href;
  return {
    cut() {
      for (const socket of sockets) socket.destroy();
    },
    async close() {
      if (given) process.env.TEST_DATABASE_URL = given;
      else delete process.env.TEST_DATABASE_URL;
      line.close();
      for (const socket of sockets) socket.destroy();
    },
  };
}
