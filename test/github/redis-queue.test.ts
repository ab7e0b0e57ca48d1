import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { QueueStore } from "../../src/github/queue/queue-store.ts";
import { createRedisStore } from "../../src/github/queue/redis-store.ts";
import { waitForTurnToWrite } from "../../src/github/queue/write-lanes.ts";
import { createLog, type Log } from "../../src/github/settings/log.ts";
import { closeObserved, observe, until } from "./observe-queue.ts";
import { HAS_REDIS, startRedis, type TestRedis } from "./start-redis.ts";

const LEASE = { leaseMilliseconds: 300 };

describe.runIf(HAS_REDIS)("a queue on Redis, with redis-server", () => {
  const lines: string[] = [];
  const log: Log = createLog("debug", (line) => lines.push(line));
  const said = (message: string) => lines.filter((line) => line.includes(message)).length;
  const stores: QueueStore[] = [];
  let redis: TestRedis;

  /** A store as another process would open it. */
  async function open(): Promise<QueueStore> {
    const store = await createRedisStore(redis.url, log, LEASE);
    stores.push(store);
    return store;
  }

  beforeAll(async () => {
    redis = await startRedis();
  });
  afterAll(async () => {
    await closeObserved();
    for (const store of stores) await store.close();
    await redis.close();
  });

  test("does in one process what was asked for in another, and keeps no more than its name", async () => {
    const web = observe(await open(), { name: "shared", works: false });
    await web.queue.add({ name: "a", group: "one" }, { forced: true });
    const [id] = await redis.client.zrange("{bylaw}:shared:prioritized", "0", "-1");
    expect(await redis.client.hget(`{bylaw}:shared:${id}`, "data")).toBe('{"name":"a","group":"one"}');
    const [first, second] = [
      observe(await open(), { name: "shared" }),
      observe(await open(), { name: "shared" }),
    ];
    await web.queue.idle();
    expect([...first.ran, ...second.ran]).toEqual(["a!"]);
    expect(web.ran).toEqual([]);
  });

  test("runs a task in one process at a time, and once more after it", async () => {
    const both = [observe(await open(), { name: "once" }), observe(await open(), { name: "once" })];
    await both[0]?.queue.add({ name: "held" });
    await until(() => both.some(({ ran }) => ran.length > 0));
    for (const { queue } of both) await queue.add({ name: "held" });
    await both[0]?.queue.add({ name: "other" });
    await until(() => both.flatMap(({ ran }) => ran).includes("other"));
    expect(both.flatMap(({ ran }) => ran).sort()).toEqual(["held", "other"]);
    for (const { open: release } of both) release("held");
    await until(() => both.flatMap(({ ran }) => ran).length === 3);
    for (const { open: release } of both) release("held");
    await both[0]?.queue.idle();
    expect(both.flatMap(({ ran }) => ran).sort()).toEqual(["held", "held", "other"]);
  });

  test("gives the task of a process that ended to another one, still forced, and says how many ended", async () => {
    const crashes: (number | undefined)[] = [];
    const dying = await createRedisStore(redis.url, log, LEASE);
    // Busy with its one task, so that nothing of it takes another while it lies here dead.
    const dead = observe(dying, { name: "orphans", concurrency: 1 });
    await dead.queue.add({ name: "held" }, { forced: true });
    await dead.begun("held");
    await dying.close();
    const forced: boolean[] = [];
    const alive = observe(await open(), {
      name: "orphans",
      run: async (_task, attempt) => {
        forced.push(attempt.forced);
        crashes.push(attempt.crashes);
      },
    });
    await alive.queue.idle();
    expect({ forced, crashes }).toEqual({ forced: [true], crashes: [1] });
  });

  test("forgets everything when Redis does, and goes on with what is asked for next", async () => {
    const { queue, ran, held, begun, open: release } = observe(await open(), { concurrency: 1 });
    await queue.add({ name: "held" });
    await begun("held");
    await queue.add({ name: "lost" });
    await redis.client.flushall();
    release("held");
    await queue.add({ name: "next" });
    await queue.idle();
    expect(ran).toEqual(["held", "next"]);
    // What ran meanwhile learns that it may be done by somebody else now.
    expect(held).toEqual([false, true]);
    // The name of a task that was lost is free again.
    await queue.add({ name: "lost" });
    await queue.add({ name: "held" });
    await until(() => ran.length === 4);
    await queue.idle();
  });

  test("goes on when Redis has forgotten its scripts", async () => {
    const { queue, ran } = observe(await open());
    await queue.add({ name: "a" });
    await queue.idle();
    await redis.client.script("FLUSH");
    await queue.add({ name: "b" });
    await queue.idle();
    expect(ran).toEqual(["a", "b"]);
  });

  test("does not say that it keeps what it cannot keep, and goes on once Redis is back", async () => {
    const store = await open();
    const { queue, ran } = observe(store);
    await queue.add({ name: "before" });
    await queue.idle();
    await redis.kill();
    await until(() => !store.isReady());
    await expect(queue.add({ name: "refused" })).rejects.toThrow();
    await redis.restart();
    await until(() => store.isReady());
    await queue.add({ name: "after" });
    await until(() => ran.includes("after"));
    await queue.idle();
    expect(ran).toEqual(["before", "after"]);
    expect(said("Redis is back")).toBeGreaterThan(0);
  });

  test("starts without Redis, says so once, and begins when it is there", async () => {
    const late = await startRedis();
    await late.kill();
    const before = said("Redis cannot be reached");
    const store = await createRedisStore(late.url, log, LEASE);
    const { queue, ran } = observe(store);
    expect(store.isReady()).toBe(false);
    expect(said("Redis cannot be reached") - before).toBe(1);
    await expect(queue.add({ name: "early" })).rejects.toThrow();
    await late.restart();
    await until(() => store.isReady());
    await queue.add({ name: "a" });
    await until(() => ran.length === 1);
    await closeObserved();
    await store.close();
    await late.close();
  });

  test("keeps no more than a hundred of the tasks that were given up, and nothing of those done", async () => {
    const { queue } = observe(await open(), {
      name: "bounded",
      attempts: 1,
      run: async ({ name }) => {
        if (name.startsWith("bad")) throw new Error("no answer");
      },
    });
    for (let n = 0; n < 120; n += 1) await queue.add({ name: `bad-${n}` }, { forced: true });
    for (let n = 0; n < 20; n += 1) await queue.add({ name: `good-${n}` }, { forced: true });
    await queue.idle();
    const kept = await redis.client.keys("{bylaw}:bounded:*");
    expect(kept.filter((key) => /:\d+$/.test(key))).toHaveLength(100);
    expect(kept.filter((key) => key.includes(":forced:") || key.includes(":de:"))).toEqual([]);
  });

  test("does at once, when it is asked for again, what a process with a wrong clock put off for hours", async () => {
    let runs = 0;
    const { queue, errors } = observe(await open(), {
      delay: () => 14 * 3_600_000,
      run: async () => {
        runs += 1;
        if (runs === 1) throw new Error("no answer");
      },
    });
    await queue.add({ name: "a" });
    await until(() => errors.length === 1);
    while ((await queue.depth()).delayed === 0) await queue.depth();
    await queue.add({ name: "a" });
    await queue.idle();
    expect(runs).toBe(2);
  });

  test("lets one process lead, until it gives that back or its time is over", async () => {
    const [one, two] = [await open(), await open()];
    const lead = await one.lead("sweep", 60_000);
    expect(await two.lead("sweep", 60_000)).toBeUndefined();
    expect(await two.lead("first sweep", 1)).toBeDefined();
    await lead?.release();
    expect(await two.lead("sweep", 60_000)).toBeDefined();
    // No more than its own.
    await lead?.release();
    expect(await one.lead("sweep", 60_000)).toBeUndefined();
  });

  test("spaces the writes of all processes to one installation, and lets another's pass", async () => {
    const space = 100;
    const turns = [8, 7, 7, 7].map((installation) => waitForTurnToWrite(redis.client, installation, space));
    const [other, own] = await redis.client.mget("{bylaw}:writes:8", "{bylaw}:writes:7");
    await Promise.all(turns);
    // When the next write may be sent: three spaces from now, and one.
    expect(Number(own) - Number(other)).toBeGreaterThanOrEqual(2 * space);
  });
});
