import { describe, expect, test } from "vitest";
import { GithubError } from "../../src/github/github-error.ts";
import { createInProcessQueue, type InProcessQueueOptions } from "../../src/github/in-process-queue.ts";

interface Task {
  readonly name: string;
  readonly group?: string;
}

/** A queue that writes down what it runs, and a gate that lets the first task of a name end. */
function observe(more: Partial<InProcessQueueOptions<Task>> = {}) {
  const ran: string[] = [];
  const errors: string[] = [];
  const gates = new Map<string, () => void>();
  const queue = createInProcessQueue<Task>({
    keyOf: ({ name }) => name,
    groupOf: ({ group = "one" }) => group,
    delay: () => 1,
    onError: (error, task, { attempt, delay }) => {
      errors.push(`${task.name} ${attempt} ${delay === undefined ? "last" : "again"}: ${error}`);
    },
    run: async ({ name }, { forced }) => {
      ran.push(forced ? `${name}!` : name);
      if (name.startsWith("held") && !gates.has(name))
        await new Promise<void>((open) => gates.set(name, open));
    },
    ...more,
  });
  const open = (name: string) => gates.get(name)?.();
  return { queue, ran, errors, open };
}

describe("a task", () => {
  test("asked for twice before it starts runs once, forced if either asked for that", async () => {
    const { queue, ran, open } = observe({ concurrency: 1 });
    queue.add({ name: "held" });
    queue.add({ name: "a" });
    queue.add({ name: "a" }, { forced: true });
    queue.add({ name: "a" });
    open("held");
    await queue.idle();
    expect(ran).toEqual(["held", "a!"]);
  });

  test("asked for while it runs runs once more after it, however often it was asked for", async () => {
    const { queue, ran, open } = observe();
    queue.add({ name: "held" });
    queue.add({ name: "held" });
    queue.add({ name: "held" }, { forced: true });
    queue.add({ name: "held" });
    expect(ran).toEqual(["held"]);
    open("held");
    await queue.idle();
    expect(ran).toEqual(["held", "held!"]);
  });

  test("that fails is tried again, and says when it is the last time", async () => {
    const lasts: boolean[] = [];
    const { queue, errors } = observe({
      attempts: 3,
      run: async (_task, { last }) => {
        lasts.push(last);
        throw new Error("no answer");
      },
    });
    queue.add({ name: "a" });
    await queue.idle();
    expect(lasts).toEqual([false, false, true]);
    expect(errors).toEqual([
      "a 1 again: Error: no answer",
      "a 2 again: Error: no answer",
      "a 3 last: Error: no answer",
    ]);
  });

  test("stays forced until it succeeds", async () => {
    const forced: boolean[] = [];
    const { queue } = observe({
      run: async (_task, attempt) => {
        forced.push(attempt.forced);
        if (forced.length < 2) throw new Error("no answer");
      },
    });
    queue.add({ name: "a" }, { forced: true });
    await queue.idle();
    expect(forced).toEqual([true, true]);
  });

  test("waits as long as GitHub asks, and the others do not", async () => {
    const asked: number[] = [];
    const ran: string[] = [];
    const { queue } = observe({
      concurrency: 1,
      delay: (_attempt, seconds) => {
        asked.push(seconds);
        return 20;
      },
      run: async ({ name }) => {
        ran.push(name);
        if (name === "limited" && ran.length === 1) {
          throw new GithubError("slow down", { kind: "rate-limited", retryAfter: 60 });
        }
      },
    });
    queue.add({ name: "limited" });
    queue.add({ name: "other", group: "two" });
    await queue.idle();
    expect(asked).toEqual([60]);
    expect(ran).toEqual(["limited", "other", "limited"]);
  });
});

test("groups take turns, so that one with much to do does not keep the rest waiting", async () => {
  const { queue, ran, open } = observe({ concurrency: 2 });
  queue.add({ name: "held-1", group: "loud" });
  queue.add({ name: "held-2", group: "loud" });
  queue.add({ name: "loud-3", group: "loud" });
  queue.add({ name: "loud-4", group: "loud" });
  queue.add({ name: "quiet", group: "quiet" });
  open("held-1");
  await new Promise((resolve) => setImmediate(resolve));
  expect(ran.slice(0, 3)).toEqual(["held-1", "held-2", "quiet"]);
  open("held-2");
  await queue.idle();
});

describe("a queue that closes", () => {
  test("finishes what runs and waits, and takes nothing more", async () => {
    const { queue, ran, open } = observe({ concurrency: 1 });
    queue.add({ name: "held" });
    queue.add({ name: "a" });
    const closed = queue.close();
    queue.add({ name: "late" });
    open("held");
    await closed;
    expect(ran).toEqual(["held", "a"]);
  });

  test("drops what waits to be tried again", async () => {
    let runs = 0;
    const { queue } = observe({
      delay: () => 3_600_000,
      run: async () => {
        runs += 1;
        throw new Error("no answer");
      },
    });
    queue.add({ name: "a" });
    await new Promise((resolve) => setImmediate(resolve));
    await queue.close();
    expect(runs).toBe(1);
  });
});
