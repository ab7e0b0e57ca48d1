import type { JsonObject } from "../model/document.ts";
import type { ForeignCheck } from "./check-runs.ts";
import type { NewCommit } from "./commits.ts";
import type { DeliveryOptions } from "./deliver.ts";
import type { Faults } from "./faults.ts";
import type { InstallationAction } from "./installation-events.ts";
import type { MergeGroup } from "./merge-groups.ts";
import type { NewPullRequest, PullRef } from "./pulls.ts";
import type { NewRepository } from "./repositories.ts";
import type { NewReview } from "./reviews.ts";
import type { Delivery, DeliveryPlan } from "./webhook-state.ts";
import type {
  CheckRun,
  Comment,
  PullRequest,
  RequestRecord,
  Review,
  ReviewComment,
  StandinEvent,
  World,
} from "./world.ts";

/**
 * An in-memory GitHub. Repositories are named `owner/name`; people by login, created when first named.
 * What people do happens at once and synchronously; the webhooks it causes are delivered in the
 * background, see `settled`. `user` is who does it, the author or owner by default.
 */
export interface Standin {
  /** Base address of the API and of the pages: `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Where webhooks go; loopback only. `undefined` fails every delivery. */
  setWebhookUrl(url: string | undefined): void;

  /** Creates a repository with one commit, and the app's installation on its owner. Gives its full name. */
  createRepository(options: NewRepository): string;
  /** Copies a repository to another owner, where the app is not installed. Gives its full name. */
  createFork(repository: string, owner: string): string;
  /** Commits to a branch, a new one starting at the default branch. Gives the commit's SHA. */
  commit(repository: string, branch: string, change: NewCommit): string;
  forcePush(repository: string, branch: string, sha: string, user?: string): void;
  /** The commit at the tip of a branch. */
  branch(repository: string, branch: string): string;
  /** The bytes of a file at a commit, `undefined` where there is none. */
  file(repository: string, commit: string, path: string): Uint8Array | undefined;

  openPullRequest(repository: string, options: NewPullRequest): PullRef;
  closePullRequest(pull: PullRef, user?: string): void;
  reopenPullRequest(pull: PullRef, user?: string): void;
  markReady(pull: PullRef, user?: string): void;
  /** Changes the base branch. */
  retarget(pull: PullRef, base: string, user?: string): void;
  retitle(pull: PullRef, title: string, user?: string): void;
  /** Merges with a merge commit, whose SHA it gives. Throws on a conflict. */
  merge(pull: PullRef, user?: string): string;
  createMergeGroup(pulls: readonly PullRef[]): MergeGroup;
  destroyMergeGroup(group: MergeGroup, reason: "merged" | "invalidated" | "dequeued"): void;

  /** Gives the review's id. */
  review(pull: PullRef, options: NewReview): number;
  dismissReview(pull: PullRef, id: number): void;
  /** Gives the comment's id. */
  comment(pull: PullRef, user: string, body: string): number;
  editComment(pull: PullRef, id: number, user: string, body: string): void;
  deleteComment(pull: PullRef, id: number, user: string): void;

  addTeamMember(org: string, team: string, user: string): void;
  removeTeamMember(org: string, team: string, user: string): void;
  /** Lets a ruleset ask a check of the default branch, of one app where `appId` is given. */
  requireCheck(repository: string, context: string, appId?: number): void;
  setCollaborator(
    repository: string,
    user: string,
    role: "admin" | "maintain" | "write" | "triage" | "read",
  ): void;

  /** Asks for one check to run again. */
  requestRerun(checkRun: Pick<CheckRun, "id">, user?: string): void;
  /** Asks for all checks of the app on a commit to run again. */
  requestSuiteRerun(repository: string, sha: string, user?: string): void;
  /** Presses one of a check's buttons. */
  requestAction(checkRun: Pick<CheckRun, "id">, identifier: string, user?: string): void;
  /** A completed check of another app. Gives its id. */
  addForeignCheck(repository: string, check: ForeignCheck): number;

  /** Installs, removes, suspends or wakes the app on an owner, with its event. Gives the installation's id. */
  installation(owner: string, action: InstallationAction): number;
  /** Puts a repository under the installation or takes it out, with its event. */
  setInstalled(repository: string, installed: boolean): void;

  /** Sends an event of any shape. Resolves when the receiver has answered, or could not. */
  deliver(event: string, payload: JsonObject, options?: DeliveryOptions): Promise<Delivery>;
  redeliver(delivery: Delivery): Promise<Delivery>;
  /** Every delivery so far, oldest first. */
  readonly deliveries: readonly Delivery[];
  /** Decides what becomes of each event; everything is delivered by default. */
  setDeliveryPlan(plan: (event: string, payload: JsonObject) => DeliveryPlan): void;
  /** Delivers what was held, newest first. */
  releaseHeld(): void;
  /** Resolves when no delivery is under way. */
  settled(): Promise<void>;

  /** Check runs of every app on a commit, oldest first. */
  checkRuns(repository: string, sha: string): readonly CheckRun[];
  comments(repository: string, number: number): readonly Comment[];
  reviews(repository: string, number: number): readonly Review[];
  reviewComments(repository: string, number: number): readonly ReviewComment[];
  pullRequest(repository: string, number: number): PullRequest;
  pullRequests(repository: string): readonly PullRequest[];

  /** Every answered request, oldest first. */
  readonly requests: readonly RequestRecord[];
  clearRequests(): void;
  /** Tells a listener of requests, check runs and comments the moment they happen. Gives the way to stop. */
  watch(listener: (event: StandinEvent) => void): () => void;
  readonly faults: Faults;
  /** Everything there is, for pages and monitors. */
  readonly world: World;
  close(): Promise<void>;
}
