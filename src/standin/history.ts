import type { ObjectStore } from "./object-store.ts";

/** A best common ancestor of two commits, `undefined` for unrelated histories. */
export function mergeBase(store: ObjectStore, a: string, b: string): string | undefined {
  const ofA = reachable(store, a);
  const common = walk(store, b).filter((sha) => ofA.has(sha));
  return common.find((sha) => !common.some((other) => other !== sha && reachable(store, other).has(sha)));
}

/** Commits reachable from `head` and not from `base`, parents before children. */
export function commitsBetween(store: ObjectStore, base: string, head: string): string[] {
  const known = reachable(store, base);
  const found: string[] = [];
  const seen = new Set<string>();
  const stack: { sha: string; done: boolean }[] = [{ sha: head, done: false }];
  for (let next = stack.pop(); next !== undefined; next = stack.pop()) {
    if (next.done) {
      found.push(next.sha);
      continue;
    }
    if (known.has(next.sha) || seen.has(next.sha)) continue;
    seen.add(next.sha);
    stack.push({ sha: next.sha, done: true });
    for (const parent of store.commit(next.sha)?.parents ?? []) stack.push({ sha: parent, done: false });
  }
  return found;
}

/** The commits of a pull request as GitHub lists them: by when they were written, so that its head need not be the last. */
export function commitsListed(store: ObjectStore, base: string, head: string): string[] {
  const written = (sha: string): number => store.commit(sha)?.author.seconds ?? 0;
  return commitsBetween(store, base, head).sort((a, b) => written(a) - written(b));
}

/** Every commit in the history of `sha`, itself first, nearest first. */
export function walk(store: ObjectStore, sha: string): string[] {
  return [...reachable(store, sha)];
}

function reachable(store: ObjectStore, sha: string): ReadonlySet<string> {
  const seen = new Set([sha]);
  for (const at of seen) {
    for (const parent of store.commit(at)?.parents ?? []) seen.add(parent);
  }
  return seen;
}
