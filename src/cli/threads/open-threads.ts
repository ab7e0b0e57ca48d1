import { Tinypool } from "tinypool";
import type { Judgements } from "../../engine/judge-set.ts";
import type { Folded } from "../../engine/kept/folded.ts";
import type { Plan } from "../../engine/kept/plan-evaluation.ts";
import type { Unopened } from "../../engine/kept/unopened.ts";
import type { Source } from "../../model/source.ts";
import type { Handed, HandedNeighbourhoods, ThreadData } from "./thread.ts";

/** Threads that read and judge many manifests. What one of them throws, the run ends with. */
export interface Threads {
  /** Reads the files that are not read yet. */
  read(files: readonly Unopened[]): Promise<void>;
  /** Judges what is open of a plan. */
  judge(plan: Pick<Plan, "open" | "unread">): Promise<readonly Judgements[]>;
  close(): Promise<void>;
}

/** Manifests handed to a thread at once: enough that handing them over costs little, few enough that all end together. */
const AT_ONCE = 40;

/** Opens so many threads. */
export function openThreads(data: ThreadData, count: number): Threads {
  const pool = new Tinypool({
    filename: new URL("./thread.js", import.meta.url).href,
    workerData: data,
    minThreads: count,
    maxThreads: count,
  });
  return {
    async read(files) {
      const open = files.filter((file) => file.held() === undefined);
      await Promise.all(
        inTurns(open, () => 1).map(async (turn) => {
          const folded = await run<readonly Source[], Folded>(
            pool,
            "read",
            turn.map(({ source }) => source),
          );
          for (const [index, file] of turn.entries()) file.hold(answered(folded[index]));
        }),
      );
    },
    async judge({ open, unread }) {
      const turns = inTurns(open, ({ members }) => members.length);
      const judged = await Promise.all(
        turns.map(async (turn) => {
          const neighbourhoods = turn.map(({ members, before }) => ({
            members: members.map(handed),
            before,
          }));
          const answer = await run<HandedNeighbourhoods, Judgements>(pool, "judge", {
            neighbourhoods,
            unread: unread.map(handed),
          });
          return turn.map((_, index) => answered(answer[index]));
        }),
      );
      return judged.flat();
    },
    close: () => pool.destroy(),
  };
}

async function run<Task, Answer>(
  pool: Tinypool,
  name: "read" | "judge",
  task: Task,
): Promise<readonly Answer[]> {
  // The thread is this program and answers with what its function of that name returns.
  return (await pool.run(task, { name })) as readonly Answer[];
}

function answered<T>(answer: T | undefined): T {
  if (answer === undefined) throw new Error("a thread answered for fewer files than it was handed");
  return answer;
}

function handed(file: Unopened): Handed {
  return { source: file.source, folded: file.held() };
}

/** Cuts a list into runs of about `AT_ONCE` manifests. */
function inTurns<T>(all: readonly T[], size: (one: T) => number): readonly (readonly T[])[] {
  const turns: T[][] = [];
  let left = 0;
  for (const one of all) {
    if (left <= 0) {
      turns.push([]);
      left = AT_ONCE;
    }
    turns.at(-1)?.push(one);
    left -= size(one);
  }
  return turns;
}
