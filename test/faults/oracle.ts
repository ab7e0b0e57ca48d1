import { reviewChange } from "../../src/change/review-change.ts";
import type { RecordedApproval } from "../../src/model/review.ts";
import type { Source } from "../../src/model/source.ts";
import { mergeBase } from "../../src/standin/history.ts";
import type { ObjectStore } from "../../src/standin/object-store.ts";
import { diffTrees, walkTree } from "../../src/standin/tree.ts";
import type { Repository, World } from "../../src/standin/world.ts";
import type { Situation } from "./situation.ts";

/** A conclusion a check may give, from the mildest to the strictest. */
const ORDER = ["success", "action_required", "failure"] as const;
type Conclusion = (typeof ORDER)[number];

/**
 * Says what the verdict on a head must be in a situation. It shares the pure engine with the app and nothing else:
 * what it judges it takes from the stand-in's own objects, never over the network or through the app's reading.
 */
export type Oracle = (repository: Repository, situation: Situation) => Conclusion;

export function createOracle(world: World, asOf: string): Oracle {
  const known = new Map<string, Conclusion>();
  return (repository, situation) => {
    const judged = situation.flatMap(({ head, bases, approving }) =>
      bases.map((base) => {
        const approvals = approvalsOf(world, repository, approving);
        const { store } = repository;
        const trees = [base, head, mergeBase(store, base, head)].map(
          (commit) => store.commit(commit ?? "")?.tree ?? "",
        );
        const key = JSON.stringify([trees, approvals]);
        const conclusion = known.get(key) ?? judge(store, trees, approvals, asOf);
        known.set(key, conclusion);
        return conclusion;
      }),
    );
    return judged.reduce(
      (worst, each) => (ORDER.indexOf(each) > ORDER.indexOf(worst) ? each : worst),
      "success",
    );
  };
}

/** The sample configuration has one group, of one team of the owner. */
function approvalsOf(
  world: World,
  { owner }: Repository,
  approving: readonly string[],
): readonly RecordedApproval[] {
  const members = world.teams.get(`${owner.login}/privacy`) ?? new Set();
  return approving
    .filter((user) => members.has(user.toLowerCase()))
    .map((user) => ({ group: "privacy", user }));
}

function judge(
  store: ObjectStore,
  [base = "", head = "", fork = ""]: readonly string[],
  approvals: readonly RecordedApproval[],
  asOf: string,
): Conclusion {
  const changes = diffTrees(store, fork, head).map(({ path, before, after }) => ({
    file: path,
    status:
      before === undefined
        ? ("added" as const)
        : after === undefined
          ? ("removed" as const)
          : ("changed" as const),
  }));
  const { review } = reviewChange({
    base: sourcesOf(store, base),
    head: sourcesOf(store, head),
    changes,
    approvals,
    asOf,
  });
  return review.conclusion;
}

function sourcesOf(store: ObjectStore, tree: string): readonly Source[] {
  return [...walkTree(store, tree)].flatMap(({ path, mode, sha }) =>
    mode === "040000" ? [] : { file: path, mode, bytes: store.blob(sha) ?? new Uint8Array() },
  );
}
