import type { ReviewInput } from "../../model/review.ts";
import type { Source } from "../../model/source.ts";
import type { Caches } from "../api/caches.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { compareTrees } from "../api/compare-trees.ts";
import { findMergeBase } from "../api/find-merge-base.ts";
import { createMemberships } from "../api/memberships.ts";
import { type Rider, readBlobs } from "../api/read-blobs.ts";
import type { Contributors } from "../api/read-contributors.ts";
import { readTree, type Tree } from "../api/read-tree.ts";
import { addContributors } from "../approvals/add-contributors.ts";
import { weighApprovals, withoutPart } from "../approvals/weigh-approvals.ts";
import type { PoliciesAt } from "../publish/check-identity.ts";
import type { Setup } from "./obstacles.ts";
import { readMoved } from "./read-moved.ts";
import { readOtherPolicies } from "./read-other-policies.ts";
import type { Reviewer } from "./reviewer.ts";
import { CONFIGURATION_FILE, possibleManifests, selectFiles } from "./select-files.ts";
import type { Commit } from "./standing.ts";

/** Two commits to judge one by the other, and who approves the change between them. */
export interface Change {
  readonly base: Commit;
  readonly head: Commit;
  /** The head and commits before it, newest first; not all of them. */
  readonly recent: readonly string[];
  readonly approving: readonly string[];
  readonly contributors: Contributors;
  /** Whether `contributors` had a hand in all of it; the pull request lists no more than goes into its own base. */
  readonly listed: boolean;
}

/** What a review is made from, and what of it may change without a commit of the repository. */
export interface Gathered {
  readonly input: ReviewInput;
  readonly policiesElsewhere: PoliciesAt | undefined;
  readonly setup: Setup;
  /** Whether findings are also said on the lines they stand on. */
  readonly inline: boolean;
}

/**
 * Reads from GitHub all a review depends on. Everything is addressed by SHA and verified by it, so that
 * neither a moved branch nor an incomplete answer can mix two states.
 */
export async function gatherInput(
  {
    client,
    caches,
    reviewer,
  }: { readonly client: Client; readonly caches: Caches; readonly reviewer: Reviewer },
  repository: RepositoryName,
  change: Change,
  asOf: string,
): Promise<Gathered> {
  const mergeBase = await findMergeBase(client, repository, { ...change, head: change.head.sha });
  const treeOf = (tree: string) => readTree(client, { ...repository, tree }, caches.trees);
  const base = await treeOf(change.base.tree);
  const before = await treeOf(mergeBase.tree);
  const head = await treeOf(change.head.tree);
  const changes = compareTrees(before, head);

  const possible = possibleManifests(changes);
  const contents = new Map<string, Uint8Array>();
  const read = async (
    globs: readonly string[],
    rider?: Rider,
  ): Promise<{ base: readonly Source[]; head: readonly Source[] }> => {
    const selects = selectFiles(globs);
    const atBase = pick(base, selects);
    const atHead = pick(head, (file) => selects(file) || possible.has(file));
    const wanted = [...atBase.values(), ...atHead.values()].filter((entry) => entry.mode !== "160000");
    const unread = wanted.filter((entry) => !contents.has(entry.sha));
    for (const [sha, bytes] of await readBlobs(client, repository, unread, caches.blobs, rider))
      contents.set(sha, bytes);
    return { base: toSources(atBase, contents), head: toSources(atHead, contents) };
  };

  // The configuration says which files are manifests and is read along with them: mostly the usual ones.
  const known = knownConfiguration(base, caches);
  const usual = reviewer.readConfiguration(known);
  // Whose approval counts is asked along with the files, where it is known by then whom to ask about.
  const { approving } = change;
  const isAsked = approving.length > 0 && !change.listed;
  const contributors = isAsked ? await addContributors(client, repository, change) : change.contributors;
  const outside = withoutPart({ approving, contributors });
  const ahead = createMemberships(client, Object.values(usual.reviewers).flat(), outside);
  let files = await read(usual.manifests, ahead.rider);
  const configuration = reviewer.readConfiguration(
    files.base.find(({ file }) => file === CONFIGURATION_FILE),
  );
  if (configuration.manifests.join("\n") !== usual.manifests.join("\n"))
    files = await read(configuration.manifests);

  const elsewhere =
    configuration.policies && (await readOtherPolicies(client, configuration.policies, caches));
  const policiesElsewhere = configuration.policies &&
    elsewhere && { ...configuration.policies, commit: elsewhere.commit };
  const policiesAfter = await readMoved(client, caches, {
    before: policiesElsewhere,
    after: reviewer.readConfiguration(files.head.find(({ file }) => file === CONFIGURATION_FILE)).policies,
  });
  const { reviewers } = configuration;
  const memberships = known ? ahead : createMemberships(client, Object.values(reviewers).flat(), outside);
  const weighed = { approving, contributors, memberships, reviewers, changes };
  const consent = await weighApprovals(client, repository, weighed);
  return {
    input: {
      base: elsewhere ? withPolicies(files.base, elsewhere.files) : files.base,
      head: elsewhere ? withPolicies(files.head, elsewhere.files) : files.head,
      changes,
      approvals: consent.approvals,
      asOf,
      ...(policiesAfter && { policiesAfter }),
    },
    policiesElsewhere,
    inline: configuration.inline,
    setup: {
      reviewers,
      consent,
      policies: configuration.policies?.repository,
    },
  };
}

function knownConfiguration(base: Tree, caches: Caches): Source | undefined {
  const entry = base.get(CONFIGURATION_FILE);
  const bytes = entry && caches.blobs.get(entry.sha);
  return entry && bytes && { file: CONFIGURATION_FILE, bytes, mode: entry.mode };
}

function pick(tree: Tree, selects: (file: string) => boolean): Tree {
  return new Map([...tree].filter(([file]) => selects(file)));
}

function toSources(tree: Tree, contents: ReadonlyMap<string, Uint8Array>): readonly Source[] {
  return [...tree].map(([file, { mode, sha }]) => {
    const bytes = mode === "160000" ? new Uint8Array() : contents.get(sha);
    if (bytes === undefined) throw new Error(`the blob ${sha} was not read`);
    return { file, bytes, mode };
  });
}

/** The files with the policies of another repository in place of any of their own. */
function withPolicies(files: readonly Source[], policies: readonly Source[]): readonly Source[] {
  return [...files.filter(({ file }) => !file.startsWith("policies/")), ...policies];
}
