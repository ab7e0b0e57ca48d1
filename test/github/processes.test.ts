import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createInterface } from "node:readline";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { bundleApp } from "./bundle-app.ts";
import { type Pair, startPair } from "./start-pair.ts";
import { HAS_REDIS, startRedis, type TestRedis } from "./start-redis.ts";

interface Node {
  readonly process: ChildProcess;
  readonly port: number;
  readonly lines: string[];
}

describe.runIf(HAS_REDIS)("a web process and two workers, with redis-server", () => {
  const nodes: Node[] = [];
  let pair: Pair;
  let redis: TestRedis;
  let program: string;

  async function start(role: "web" | "worker"): Promise<Node> {
    const environment = { ...pair.environment, REDIS_URL: redis.url, BYLAW_ROLE: role };
    const child = spawn(process.execPath, [program], {
      env: environment,
      stdio: ["ignore", "pipe", "inherit"],
    });
    const lines: string[] = [];
    const port = await new Promise<number>((resolve, reject) => {
      child.once("exit", () => reject(new Error(`ended before it listened: ${lines.join("\n")}`)));
      createInterface({ input: child.stdout }).on("line", (line) => {
        lines.push(line);
        const { msg, port } = JSON.parse(line);
        if (msg === "listening") resolve(port);
      });
    });
    const node = { process: child, port, lines };
    nodes.push(node);
    return node;
  }

  beforeAll(async () => {
    [pair, redis, program] = await Promise.all([startPair(), startRedis(), bundleApp()]);
  });
  afterAll(async () => {
    for (const node of nodes) node.process.kill("SIGKILL");
    await pair.close();
    await redis.close();
  });

  test("review a burst although a worker is killed and Redis forgets everything, and end when told to", async () => {
    const { github } = pair;
    const [web, doomed, worker] = await Promise.all([start("web"), start("worker"), start("worker")]);
    github.setWebhookUrl(`http://127.0.0.1:${web.port}/api/github/webhooks`);
    const inProgress = new Promise<void>((resolve) => {
      const stop = github.watch((event) => {
        if (event.kind !== "check-run") return;
        stop();
        resolve();
      });
    });
    const proposals = ["northport", "southport"].flatMap((owner) => {
      const repository = github.createRepository({ owner, name: "systems" });
      return Array.from({ length: 8 }, (_, index) => {
        const text = index % 2 === 0 ? "BLOCK\n" : "fine\n";
        const branch = `proposal-${index}`;
        const expected = index % 2 === 0 ? "failure" : "success";
        return { ...pair.propose(repository, { "manifests/cameras.yaml": text }, { branch }), expected };
      });
    });
    await inProgress;
    doomed.process.kill("SIGKILL");
    await redis.client.flushall();

    const wrong = () =>
      proposals.filter(({ repository, head, expected }) => pair.conclusionOn(repository, head) !== expected);
    while (wrong().length > 0) await new Promise((resolve) => setTimeout(resolve, 20));
    expect(web.lines.filter((line) => line.includes('"reviewed"'))).toEqual([]);
    for (const { repository, number, expected } of proposals) {
      expect(github.comments(repository, number)).toHaveLength(expected === "failure" ? 1 : 0);
    }

    const ended = [web, worker].map(({ process: child }) => once(child, "exit"));
    for (const { process: child } of [web, worker]) child.kill("SIGTERM");
    expect(await Promise.all(ended)).toEqual([
      [0, null],
      [0, null],
    ]);
  });
});
