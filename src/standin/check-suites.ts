import type { Account, CheckSuite, Repository, World } from "./world.ts";

/** The suite that holds an app's checks on a commit, created when it is new. */
export function checkSuiteOf(
  world: World,
  repository: Repository,
  appId: number,
  headSha: string,
  push?: { readonly branch: string; readonly pusher: Account },
): CheckSuite {
  const known = repository.checkSuites.find((s) => s.appId === appId && s.headSha === headSha);
  if (known !== undefined) return known;
  const onBranch = [...repository.refs].find(
    ([ref, sha]) => sha === headSha && ref.startsWith("refs/heads/"),
  );
  const suite: CheckSuite = {
    id: world.nextId(),
    appId,
    headSha,
    headBranch: push?.branch ?? onBranch?.[0].slice("refs/heads/".length) ?? null,
    pusher: push?.pusher,
    createdAt: world.now(),
    requested: false,
  };
  repository.checkSuites.push(suite);
  return suite;
}
