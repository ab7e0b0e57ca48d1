import { availableParallelism } from "node:os";
import type { Bundle } from "../../engine/bundle.ts";
import type { Judgements } from "../../engine/judge-set.ts";
import { judgeOpen } from "../../engine/kept/evaluate-kept.ts";
import type { Plan } from "../../engine/kept/plan-evaluation.ts";
import type { Unopened } from "../../engine/kept/unopened.ts";
import type { Threads } from "./open-threads.ts";
import type { ThreadData } from "./thread.ts";

/** Reads and judges manifests: here where they are few, in threads where they are many. It comes to the same. */
export interface Judging {
  read(files: readonly Unopened[]): Promise<void>;
  judge(plan: Plan): Promise<readonly Judgements[]>;
  close(): Promise<void>;
}

/** From this many manifests on, threads save more than each takes to get going, on two processors. */
const MANY = 1500;

/**
 * Prepares judging; no thread is started before there is much to do. `asked` is how many there are to be, whatever
 * there is to do: 1 is this one alone.
 */
export function prepareJudging(
  bundle: Bundle,
  data: ThreadData,
  { asked, build }: { readonly asked: number | undefined; readonly build: string | undefined },
): Judging {
  const most = asked ?? availableParallelism();
  let threads: Threads | undefined;
  const open = async (count: number): Promise<Threads | undefined> => {
    // A program that is not built has no file that a thread could start with.
    if (most === 1 || build === undefined || count < (asked === undefined ? MANY : 1)) return undefined;
    if (threads === undefined) {
      const { openThreads } = await import("./open-threads.ts");
      threads = openThreads(data, most);
    }
    return threads;
  };
  return {
    async read(files) {
      const unread = files.filter((file) => !file.isKnown());
      await (await open(unread.length))?.read(unread);
    },
    async judge(plan) {
      const count = plan.open.reduce((sum, { members }) => sum + members.length, 0);
      return (await open(count))?.judge(plan) ?? judgeOpen(bundle, plan, data);
    },
    close: async () => threads?.close(),
  };
}
