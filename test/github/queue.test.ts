import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { GithubError } from "../../src/github/api/github-error.ts";
import { createInProcessStore } from "../../src/github/queue/in-process-store.ts";
import type { QueueStore } from "../../src/github/queue/queue-store.ts";
import { createRedisStore } from "../../src/github/queue/redis-store.ts";
import { createLog } from "../../src/github/settings/log.ts";
import { closeObserved, observe, until } from "./observe-queue.ts";
import { HAS_REDIS, startRedis, type TestRedis } from "./start-redis.ts";

let redis: TestRedis;
beforeAll(async () => {
  if (HAS_REDIS) redis = await startRedis();
});
afterAll(async () => {
  await closeObserved();
  await redis?.close();
});

const quiet = createLog("error", () => {});

const DRIVERS: readonly (readonly [string, boolean, () => Promise<QueueStore>])[] = [
  ["in this process", true, async () => createInProcessStore()],
  [
    "on Redis, with redis-server",
    HAS_REDIS,
    () => createRedisStore(redis.url, quiet, { leaseMilliseconds: 400 }),
  ],
];

describe.for(DRIVERS)("a queue %s", ([, isHere, openStore]) => {
  let store: QueueStore;
  beforeAll(async () => {
    if (isHere) store = await openStore();
  });
  afterAll(() => store?.close());
  const it = test.runIf(isHere);

  it("runs a task once that is asked for twice before it starts, forced if either asked for that", async () => {
    const { queue, ran, open, begun } = observe(store, { concurrency: 1 });
    await queue.add({ name: "held" });
    await begun("held");
    await queue.add({ name: "a" });
    await queue.add({ name: "a" }, { forced: true });
    await queue.add({ name: "a" });
    open("held");
    await queue.idle();
    expect(ran).toEqual(["held", "a!"]);
  });

  it("tells of some tasks that they are done while others are not", async () => {
    const { queue, ran, open, begun } = observe(store);
    await queue.add({ name: "held" });
    await begun("held");
    await queue.add({ name: "a" });
    await queue.idle([{ name: "a" }, { name: "never asked for" }]);
    expect(ran).toEqual(["held", "a"]);
    const done = queue.idle([{ name: "held" }]).then(() => ran.push("done"));
    open("held");
    await done;
    expect(ran).toEqual(["held", "a", "done"]);
  });

  it("runs a task once more that is asked for while it runs, however often that was", async () => {
    const { queue, ran, open, begun } = observe(store);
    await queue.add({ name: "held" });
    await begun("held");
    await queue.add({ name: "held" });
    await queue.add({ name: "held" }, { forced: true });
    await queue.add({ name: "held" });
    expect(ran).toEqual(["held"]);
    open("held");
    await queue.idle();
    expect(ran).toEqual(["held", "held!"]);
  });

  it("tries again what fails, says when it is the last time, and then begins anew", async () => {
    const lasts: boolean[] = [];
    const { queue, errors } = observe(store, {
      attempts: 3,
      run: async (_task, { last }) => {
        lasts.push(last);
        throw new Error("no answer");
      },
    });
    await queue.add({ name: "a" });
    await queue.idle();
    expect(lasts).toEqual([false, false, true]);
    expect(errors).toEqual([
      "a 1 again: Error: no answer",
      "a 2 again: Error: no answer",
      "a 3 last: Error: no answer",
    ]);
    await queue.add({ name: "a" });
    await queue.idle();
    expect(lasts.slice(3)).toEqual([false, false, true]);
  });

  it("keeps a task forced until it succeeds, and no longer", async () => {
    const forced: boolean[] = [];
    const { queue } = observe(store, {
      run: async (_task, attempt) => {
        forced.push(attempt.forced);
        if (forced.length < 2) throw new Error("no answer");
      },
    });
    await queue.add({ name: "a" }, { forced: true });
    await queue.idle();
    await queue.add({ name: "a" });
    await queue.idle();
    expect(forced).toEqual([true, true, false]);
  });

  it("lets a task wait as long as GitHub asks, and not the others", async () => {
    const asked: number[] = [];
    const ran: string[] = [];
    const { queue } = observe(store, {
      concurrency: 1,
      delay: (_attempt, seconds) => {
        asked.push(seconds);
        return 60;
      },
      run: async ({ name }) => {
        ran.push(name);
        if (name === "limited" && ran.length === 1) {
          throw new GithubError("slow down", { kind: "rate-limited", retryAfter: 60 });
        }
      },
    });
    await queue.add({ name: "limited" });
    await queue.add({ name: "other", group: "two" });
    await queue.idle();
    expect(new Set(asked)).toEqual(new Set([60]));
    expect(ran).toEqual(["limited", "other", "limited"]);
  });

  it("gives groups turns, so that one with much to do does not keep the rest waiting", async () => {
    const { queue, ran, open, begun } = observe(store, { concurrency: 1 });
    await queue.add({ name: "held", group: "loud" });
    await begun("held");
    for (let n = 1; n <= 20; n += 1) await queue.add({ name: `loud-${n}`, group: "loud" });
    await queue.add({ name: "quiet-1", group: "quiet" });
    await queue.add({ name: "quiet-2", group: "quiet" });
    open("held");
    await queue.idle();
    expect(ran).toHaveLength(23);
    expect(ran.indexOf("quiet-1")).toBeLessThanOrEqual(3);
    expect(ran.filter((name) => name.startsWith("loud"))).toEqual(
      Array.from({ length: 20 }, (_, index) => `loud-${index + 1}`),
    );
  });

  it("does last what can wait, unless it is asked for otherwise as well", async () => {
    const { queue, ran, open, begun } = observe(store, { concurrency: 1 });
    await queue.add({ name: "held" });
    await begun("held");
    for (const name of ["later-1", "later-2", "later-3"]) await queue.add({ name }, { later: true });
    await queue.add({ name: "soon-1" });
    await queue.add({ name: "later-3" });
    await queue.add({ name: "soon-2" }, { later: true });
    await queue.add({ name: "soon-2" });
    open("held");
    await queue.idle();
    expect(ran).toEqual(["held", "soon-1", "later-3", "soon-2", "later-1", "later-2"]);
  });

  it("that closes ends what runs and starts nothing more", async () => {
    const { queue, ran, open, begun } = observe(store, { concurrency: 1 });
    await queue.add({ name: "held" });
    await queue.add({ name: "a" });
    await begun("held");
    const closed = queue.close(10_000);
    open("held");
    await closed;
    expect(ran).toEqual(["held"]);
  });

  it("that closes waits for what does not end only so long", async () => {
    const { queue, begun } = observe(store);
    await queue.add({ name: "held" });
    await begun("held");
    await queue.close(10);
  });

  it("that closes does not wait for what is to be tried again", async () => {
    let runs = 0;
    const { queue } = observe(store, {
      delay: () => 3_600_000,
      run: async () => {
        runs += 1;
        throw new Error("no answer");
      },
    });
    await queue.add({ name: "a" });
    await until(() => runs === 1);
    await queue.close(10_000);
    expect(runs).toBe(1);
  });
});
