import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync } from "node:fs";
import { type AddressInfo, createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Redis } from "ioredis";

/** Whether Debian's `redis-server`, or another one, is on the path. */
export const HAS_REDIS = spawnSync("redis-server", ["--version"]).status === 0;

/** A Redis of the tests' own: on loopback, empty at its start, and nothing of it kept. */
export interface TestRedis {
  readonly url: string;
  /** For what tests do to it: flush it, look into it. */
  readonly client: Redis;
  /** Ends it at once, with everything it knows. */
  kill(): Promise<void>;
  /** Starts it again, empty, where it was before. */
  restart(): Promise<void>;
  close(): Promise<void>;
}

export async function startRedis(): Promise<TestRedis> {
  const port = await freePort();
  const directory = mkdtempSync(join(tmpdir(), "bylaw-redis-"));
  let server = await start(port, directory);
  const url = `redis://127.0.0.1:${port}`;
  const client = new Redis(url, { maxRetriesPerRequest: null, retryStrategy: () => 20 });
  client.on("error", () => {});
  const kill = async () => {
    if (server.exitCode !== null || server.signalCode !== null) return;
    const ended = once(server, "exit");
    server.kill("SIGKILL");
    await ended;
  };
  return {
    url,
    client,
    kill,
    async restart() {
      await kill();
      server = await start(port, directory);
    },
    async close() {
      client.disconnect();
      await kill();
    },
  };
}

async function start(port: number, directory: string): Promise<ChildProcess> {
  const settings = [
    "--port",
    `${port}`,
    "--bind",
    "127.0.0.1",
    "--dir",
    directory,
    "--save",
    "",
    "--appendonly",
    "no",
  ];
  const server = spawn("redis-server", settings, { stdio: ["ignore", "pipe", "ignore"] });
  for await (const text of server.stdout) if (`${text}`.includes("Ready to accept connections")) break;
  // Whatever else it says is dropped, so that it never waits for a reader.
  server.stdout.resume();
  return server;
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  server.close();
  await once(server, "close");
  return port;
}
