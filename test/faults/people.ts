import type { PullRef } from "../../src/standin/pulls.ts";
import type { Standin } from "../../src/standin/standin.ts";
import { createMergeQueue } from "./merge-queue.ts";
import type { Random } from "./random.ts";
import { SAMPLE_POLICY, sampleBase, sampleManifest, samplePolicy } from "./sample-files.ts";

/** People at work on the repositories of a stand-in, who do everything that changes what a review has to say. */
export interface People {
  readonly repositories: readonly string[];
  /** What was proposed when they began; the third of each repository comes from a fork. */
  readonly proposals: readonly Proposal[];
  /** One of them does something. */
  act(): void;
  /** The author pushes a manifest that breaks a rule, or one that does not. Gives the new head. */
  push(proposal: Proposal, isBad: boolean): string;
  /** The author points the branch at a commit again. */
  forcePush(proposal: Proposal, sha: string): void;
}

interface Proposal {
  readonly pull: PullRef;
  /** Where the branch is: the repository or its fork. */
  readonly home: string;
  readonly branch: string;
}

type Deed = (proposal: Proposal) => unknown;

const AUTHOR = "dana";
/** Each is an installation of its own. */
const OWNERS = ["northport", "southbay"];
const BAD = { users: 80 };
const CONTENTS: readonly [object, ...object[]] = [{}, { users: 20 }, BAD, { audits: 3 }];

/** Opens pull requests in so many installations. `note` is called after everything somebody did. */
export function createPeople(
  github: Standin,
  {
    random,
    installations,
    note,
  }: {
    readonly random: Random;
    readonly installations: 1 | 2;
    readonly note: (repository: string) => void;
  },
): People {
  const owners = OWNERS.slice(0, installations);
  const repositories = owners.map((owner) =>
    github.createRepository({ owner, name: "systems", files: sampleBase(owner) }),
  );
  for (const owner of owners) github.addTeamMember(owner, "privacy", "ruth");
  const proposals = repositories.flatMap((repository) => openAll(github, repository));
  repositories.forEach(note);

  const queue = createMergeQueue(github);
  const write = (home: string, branch: string, files: Readonly<Record<string, string>>): string =>
    github.commit(home, branch, { message: "Change", author: AUTHOR, files });
  const writeManifest = ({ home, branch }: Proposal, content: object): string =>
    write(home, branch, { [`manifests/${branch}.yaml`]: sampleManifest(`il-9901-${branch}`, content) });
  const push: Deed = (proposal) => writeManifest(proposal, random.pick(CONTENTS));
  const bounce: Deed = (proposal) => {
    const { pull, home, branch } = proposal;
    const before = github.branch(home, branch);
    push(proposal);
    setTimeout(
      () => {
        queue.leave(pull);
        github.forcePush(home, branch, before, AUTHOR);
        note(pull.repository);
      },
      random.between(1, 60),
    );
  };
  const judge: Deed = ({ pull }) => {
    const state = random.pick(["APPROVED", "APPROVED", "CHANGES_REQUESTED"] as const);
    github.review(pull, { user: random.pick(["ruth", "noa", AUTHOR]), state });
  };
  const govern: Deed = ({ pull }) =>
    write(pull.repository, random.pick(["main", "release"]), {
      [SAMPLE_POLICY]: samplePolicy(random.pick([10, 50])),
    });
  const propose: Deed = ({ home, branch }) =>
    write(home, branch, { [SAMPLE_POLICY]: samplePolicy(random.pick([10, 50])) });
  const document: Deed = ({ home, branch }) =>
    write(home, branch, { "NOTES.md": `${random.between(1, 3)}\n` });
  const edit: Deed = ({ pull }) =>
    write(pull.repository, "main", { "README.md": `${random.between(1, 3)}\n` });
  const retarget: Deed = ({ pull }) => github.retarget(pull, random.pick(["main", "release"]));
  const toggle: Deed = ({ pull }) => {
    if (github.pullRequest(pull.repository, pull.number).state === "open") github.closePullRequest(pull);
    else github.reopenPullRequest(pull);
  };
  const command: Deed = ({ pull }) => github.comment(pull, AUTHOR, "/bylaw recheck");
  const rerun: Deed = ({ pull: { repository, number } }) => {
    const check = github.checkRuns(repository, github.pullRequest(repository, number).head.sha).at(-1);
    if (check !== undefined) github.requestRerun(check);
  };
  /** GitHub takes a pull request out of the queue whose head or base is another, or which is closed. */
  const outOfQueue =
    (deed: Deed): Deed =>
    (proposal) => {
      queue.leave(proposal.pull);
      return deed(proposal);
    };
  const weighted: readonly (readonly [number, Deed])[] = [
    [8, outOfQueue(push)],
    [5, outOfQueue(bounce)],
    [3, judge],
    [3, govern],
    [2, outOfQueue(retarget)],
    [2, outOfQueue(toggle)],
    [4, ({ pull }) => queue.toggle(pull)],
    [1, outOfQueue(propose)],
    [1, outOfQueue(document)],
    [1, edit],
    [1, command],
    [1, rerun],
  ];
  const deeds = weighted.flatMap(([weight, deed]) => Array.from({ length: weight }, () => deed));

  return {
    repositories,
    proposals,
    push(proposal, isBad) {
      const head = writeManifest(proposal, isBad ? BAD : {});
      note(proposal.pull.repository);
      return head;
    },
    forcePush({ pull, home, branch }, sha) {
      github.forcePush(home, branch, sha, AUTHOR);
      note(pull.repository);
    },
    act() {
      const proposal = proposals[random.between(0, proposals.length - 1)];
      const deed = deeds[random.between(0, deeds.length - 1)];
      if (proposal === undefined || deed === undefined) return;
      deed(proposal);
      note(proposal.pull.repository);
    },
  };
}

/** Three proposals and four pull requests: one comes from a fork, and one has the head of another. */
function openAll(github: Standin, repository: string): readonly Proposal[] {
  github.commit(repository, "release", {
    message: "Release",
    author: "ruth",
    files: { "RELEASE.md": "1\n" },
  });
  const fork = github.createFork(repository, `${repository.split("/")[0]}-fork`);
  const open = (branch: string, home = repository): Proposal => {
    const files = { [`manifests/${branch}.yaml`]: sampleManifest(`il-9901-${branch}`) };
    github.commit(home, branch, { message: "Add", author: AUTHOR, files });
    const options = { title: branch, head: branch, author: AUTHOR, headRepository: home };
    return { pull: github.openPullRequest(repository, options), home, branch };
  };
  const [a, b, c] = [open("cam-a"), open("cam-b"), open("cam-c", fork)];
  const shared = { title: "Shared", head: "cam-b", base: "release", author: "lee" };
  return [a, b, c, { ...b, pull: github.openPullRequest(repository, shared) }];
}
