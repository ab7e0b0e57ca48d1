import type { World } from "../../src/standin/world.ts";
import { repositoryOf, type Situation, situationsOf } from "./situation.ts";

/** What was true when, so that a verdict can be held against the moment it was formed in. */
export interface Chronicle {
  /** Notes the state of a repository; called after everything people do. */
  note(repository: string): void;
  /** Situations of a head that held at some time since a moment, the newest last; the last one ever where there is none. */
  since(repository: string, head: string, moment: number): readonly Situation[];
}

export function createChronicle(world: World): Chronicle {
  const entries = new Map<
    string,
    { readonly from: number; readonly situations: ReadonlyMap<string, Situation> }[]
  >();
  return {
    note(repository) {
      const kept = entries.get(repository) ?? [];
      kept.push({ from: performance.now(), situations: situationsOf(repositoryOf(world, repository)) });
      entries.set(repository, kept);
    },
    since(repository, head, moment) {
      const kept = entries.get(repository) ?? [];
      const first = Math.max(
        0,
        kept.findLastIndex(({ from }) => from <= moment),
      );
      const heldBy = (entry: (typeof kept)[number]) => entry.situations.get(head);
      const found: readonly Situation[] = kept
        .slice(first)
        .flatMap((entry) => [heldBy(entry) ?? []])
        .filter(({ length }) => length > 0);
      const last = kept.findLast((entry) => heldBy(entry) !== undefined);
      const all: readonly Situation[] = found.length > 0 || last === undefined ? found : [heldBy(last) ?? []];
      return [...new Map(all.map((each) => [JSON.stringify(each), each] as const)).values()];
    },
  };
}
