import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, test } from "vitest";
import { HAS_REDIS, startRedis } from "../github/start-redis.ts";
import { createAbandonedNodes } from "./abandoned-nodes.ts";
import { openRound } from "./open-round.ts";
import {
  noBug,
  type PlantedBug,
  postsUnread,
  readsByBranchName,
  trustsPullRequests,
} from "./planted-bugs.ts";
import { runRound } from "./run-round.ts";
import { failures } from "./tally.ts";

const SMALL = { installations: 1, sweepMilliseconds: 500 } as const;
const PATIENCE = 50_000;

describe("while everything goes wrong", () => {
  test.for([
    [1, 1],
    [2, 2],
  ] as const)(
    "no review is lost, wrong or doubled, and none passes wrongly (seed %i, nodes %i)",
    async ([seed, nodes]) => {
      const source = createAbandonedNodes();
      const tally = await runRound({
        seed,
        nodes,
        source,
        faults: 30,
        kills: 3,
        patience: PATIENCE,
        ...SMALL,
      });
      expect(failures(tally)).toEqual([]);
      expect(tally.kills).toBeGreaterThanOrEqual(2);
      expect(tally.faults).toBeGreaterThanOrEqual(20);
      expect(tally.times.length).toBeGreaterThan(0);
    },
  );
});

describe.runIf(HAS_REDIS)("a queue on Redis that is emptied again and again, with redis-server", () => {
  test("loses no review", async () => {
    const redis = await startRedis();
    const source = createAbandonedNodes();
    const round = await openRound({ seed: 3, nodes: 1, source, redis, patience: PATIENCE, ...SMALL });
    for (let turn = 0; turn < 10; turn += 1) {
      round.people.act();
      if (turn % 3 === 0) await redis.client.flushall();
      await sleep(round.random.between(1, 60));
    }
    await redis.client.flushall();
    expect(failures(await round.finish())).toEqual([]);
    await redis.close();
  });
});

/** A head goes from A to B and back while A is judged; then every check is asked for again. */
async function tellFrom(bug: PlantedBug): Promise<readonly string[]> {
  let afterRead = (): void => {};
  let afterFiles = (): void => {};
  const source = createAbandonedNodes((way) =>
    bug(way, { afterRead: () => afterRead(), afterFiles: () => afterFiles() }),
  );
  // Nothing has to come of a bug, so that nobody waits for it.
  const patience = bug === noBug ? PATIENCE : 500;
  const round = await openRound({ seed: 1, nodes: 1, source, patience, ...SMALL });
  const { github, people } = round;
  const [proposal] = people.proposals;
  if (proposal === undefined) throw new Error("there is a proposal");
  const verdict = new Promise<void>((resolve) => {
    github.watch((event) => {
      if (
        event.kind === "check-run" &&
        event.checkRun.headSha === bad &&
        event.checkRun.status === "completed"
      )
        resolve();
    });
  });
  let bad = "";
  let turns = 0;
  afterRead = () => {
    if (github.pullRequest(proposal.pull.repository, proposal.pull.number).head.sha !== bad || turns > 0)
      return;
    turns += 1;
    people.push(proposal, false);
    // A bug that posts what it first read needs no way back: the head has moved, and nobody looks.
    if (bug === postsUnread) return;
    afterFiles = () => {
      afterFiles = () => {};
      people.forcePush(proposal, bad);
    };
  };
  bad = people.push(proposal, true);
  await verdict;
  return failures(await round.finish());
}

describe("a bug that is planted in the app", () => {
  test.for([
    ["reading files by the name of the branch", readsByBranchName, "false_pass: northport/systems"],
    ["posting without reading the head back", postsUnread, "and the head was not read back"],
    ["trusting the pull requests a check lists", trustsPullRequests, "#3: no check after a re-run"],
  ] as const)("%s, is found", async ([, bug, found]) => {
    expect((await tellFrom(bug)).join("\n")).toContain(found);
  });

  test("is what is found: the same without it is in order", async () => {
    expect(await tellFrom(noBug)).toEqual([]);
  });
});
