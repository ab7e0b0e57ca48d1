import { findPull } from "./pulls.ts";
import { findRepository } from "./repositories.ts";
import { branchTip } from "./resolve-ref.ts";
import type { Standin } from "./standin.ts";
import { findEntry } from "./tree.ts";
import type { World } from "./world.ts";

/** What tests look at, bound to a world. */
export function inspectionOf(world: World) {
  const repository = (name: string) => findRepository(world, name);
  const pull = (name: string, number: number) => findPull(world, { repository: name, number });
  return {
    branch: (name, branch) => branchTip(repository(name), branch),
    file: (name, commit, path) => {
      const { store } = repository(name);
      const tree = store.commit(commit)?.tree;
      return store.blob((tree && findEntry(store, tree, path)?.sha) ?? "");
    },
    checkRuns: (name, sha) => repository(name).checkRuns.filter((run) => run.headSha === sha),
    comments: (name, number) => pull(name, number).comments,
    reviews: (name, number) => pull(name, number).reviews,
    reviewComments: (name, number) => pull(name, number).reviewComments,
    pullRequest: pull,
    pullRequests: (name) => [...repository(name).pulls.values()],
    watch: (listener) => {
      world.listeners.add(listener);
      return () => {
        world.listeners.delete(listener);
      };
    },
  } satisfies Partial<Standin>;
}
