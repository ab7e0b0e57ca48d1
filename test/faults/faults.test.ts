import { describe, expect, test } from "vitest";
import { createAbandonedNodes } from "./abandoned-nodes.ts";
import { openRound } from "./open-round.ts";
import {
  noBug,
  type PlantedBug,
  postsUnread,
  readsByBranchName,
  trustsPullRequests,
} from "./planted-bugs.ts";
import { failures } from "./tally.ts";

const SMALL = { installations: 1, sweepMilliseconds: 500 } as const;
const PATIENCE = 50_000;

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
