import { spawn, spawnSync } from "node:child_process";
import { chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Client } from "pg";
import { freePort } from "@/lib/testing/free-port";

/** Whether Debian's `pgbouncer`, or another, is installed. */
export const hasPooler = () => spawnSync("pgbouncer", ["--version"]).status === 0;

/** A PgBouncer before the server of a database, with few connections for many clients; `url` is the database's address through it. */
export async function startPooler(databaseUrl: string, mode: string): Promise<{ url: string; stop(): Promise<void> }> {
  const database = new URL(databaseUrl);
  const [folder, port] = await Promise.all([mkdtemp(join(tmpdir(), "boards-pooler-")), freePort()]);
  const settings = `[databases]
* = host=${database.hostname} port=${database.port} user=${database.username} password=${decodeURIComponent(database.password)}
[pgbouncer]
listen_addr = 127.0.0.1
listen_port = ${port}
unix_socket_dir =
auth_type = any
pool_mode = ${mode}
default_pool_size = ${mode === "transaction" ? 6 : 40}
max_client_conn = 500
`;
  await writeFile(join(folder, "pgbouncer.ini"), settings);
  // It refuses to run as root.
  await chmod(folder, 0o755);
  const child = spawn("pgbouncer", [...(process.getuid?.() === 0 ? ["-u", "nobody"] : []), "-q", join(folder, "pgbouncer.ini")], { stdio: "ignore" });
  const exited = new Promise((resolve) => child.once("exit", resolve));
  const end = () => child.kill("SIGKILL");
  process.once("exit", end);
  const url = new URL(databaseUrl);
  url.host = `127.0.0.1:${port}`;
  await untilAnswering(url.href);
  return {
    url: url.href,
    async stop() {
      process.off("exit", end);
      end();
      await exited;
      await rm(folder, { recursive: true });
    },
  };
}

async function untilAnswering(connectionString: string): Promise<void> {
  for (let attempt = 1; ; attempt++) {
    const client = new Client({ connectionString });
    try {
      await client.connect();
      return await client.end();
    } catch (error) {
      if (attempt === 100) throw error;
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  }
}
