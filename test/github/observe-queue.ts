import type { Queue, QueueOptions } from "../../src/github/queue/queue.ts";
import type { QueueStore } from "../../src/github/queue/queue-store.ts";

interface Task {
  readonly name: string;
  readonly group?: string;
}

/** One worker's view of the tasks of a queue: what it ran, and a gate that lets the first run of a held task end. */
interface Observed {
  readonly queue: Queue<Task>;
  readonly ran: string[];
  readonly errors: string[];
  /** Of each run, whether its task was still this worker's at the end. */
  readonly held: boolean[];
  open(name: string): void;
  /** Resolves once a task of that name has begun. */
  begun(name: string): Promise<void>;
}

const closing: (() => Promise<void>)[] = [];

/** Lets everything end that is held, and closes every queue that was opened. */
export async function closeObserved(): Promise<void> {
  for (const close of closing.splice(0)) await close();
}

let names = 0;

/** Opens a queue of a fresh name, or of a given one, beside others. */
export function observe(
  store: QueueStore,
  {
    name = `queue-${names++}`,
    works = true,
    ...more
  }: Partial<QueueOptions<Task>> & { name?: string; works?: boolean } = {},
): Observed {
  const ran: string[] = [];
  const errors: string[] = [];
  const held: boolean[] = [];
  const gates = new Map<string, () => void>();
  const queue = store.open<Task>(name, {
    works,
    keyOf: (task) => task.name,
    groupOf: ({ group = "one" }) => group,
    delay: () => 1,
    onError: (error, task, { attempt, delay }) => {
      errors.push(`${task.name} ${attempt} ${delay === undefined ? "last" : "again"}: ${error}`);
    },
    run: async (task, { forced, isHeld }) => {
      ran.push(forced ? `${task.name}!` : task.name);
      if (task.name.startsWith("held") && !gates.has(task.name))
        await new Promise<void>((open) => gates.set(task.name, open));
      held.push(await isHeld());
    },
    ...more,
  });
  closing.push(() => {
    for (const open of gates.values()) open();
    return queue.close(1_000);
  });
  const begun = (task: string) => until(() => gates.has(task));
  return { queue, ran, errors, held, begun, open: (task) => gates.get(task)?.() };
}

/** Resolves once something holds. */
export async function until(holds: () => boolean): Promise<void> {
  while (!holds()) await new Promise((resolve) => setTimeout(resolve, 2));
}
