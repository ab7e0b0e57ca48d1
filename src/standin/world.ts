import type { JsonObject } from "../model/document.ts";
import type { ObjectStore } from "./object-store.ts";
import type { WebhookState } from "./webhook-state.ts";

/** A user, an organisation or an app's bot. */
export interface Account {
  readonly id: number;
  readonly login: string;
  readonly type: "User" | "Organization" | "Bot";
}

/** What the app under test is registered with. */
export interface AppRegistration {
  readonly id: number;
  readonly slug: string;
  /** PEM, to verify the app's JSON web tokens. */
  readonly publicKey: string;
  readonly webhookSecret: string;
  /** Permission to level, such as `{ checks: "write", contents: "read" }`. */
  readonly permissions: Readonly<Record<string, string>>;
  /** Events it is subscribed to; none where left out. They are delivered all the same. */
  readonly events?: readonly string[];
}

/** GitHub's limits. Tests lower them to reach one with little data. */
export interface Limits {
  /** Entries of a recursive tree before it is cut and `truncated`. */
  readonly treeEntries: number;
  /** Files listed for a pull request. */
  readonly pullFiles: number;
  /** Files listed by compare and by a commit. */
  readonly compareFiles: number;
  /** Commits listed for a pull request. */
  readonly pullCommits: number;
  /** Bytes of a patch before it is left out. */
  readonly patchBytes: number;
  /** Bytes of a file the contents endpoint encodes. */
  readonly contentsBytes: number;
  /** Bytes of a blob that can be read at all. */
  readonly blobBytes: number;
  /** Bytes of text a GraphQL blob gives before it is cut and `isTruncated`. */
  readonly graphqlTextBytes: number;
  /** Requests an hour and installation; beyond it 403 with `x-ratelimit-remaining: 0`. */
  readonly requestsPerHour: number;
  /** Deliveries kept in the log; the oldest go first, as on GitHub after three days. */
  readonly deliveries: number;
}

export interface Installation {
  readonly id: number;
  readonly account: Account;
  readonly createdAt: number;
  suspendedAt: number | undefined;
  deleted: boolean;
}

export interface Token {
  readonly value: string;
  readonly installation: Installation;
  readonly permissions: Readonly<Record<string, string>>;
  /** Ids of the repositories it is limited to. */
  readonly repositories: ReadonlySet<number> | undefined;
  readonly expiresAt: number;
}

export interface Repository {
  readonly id: number;
  readonly owner: Account;
  readonly name: string;
  readonly fullName: string;
  readonly isPrivate: boolean;
  readonly defaultBranch: string;
  /** Shared with its forks, as on GitHub. */
  readonly store: ObjectStore;
  readonly parent: Repository | undefined;
  /** Full ref to commit: `refs/heads/main`. */
  readonly refs: Map<string, string>;
  readonly pulls: Map<number, PullRequest>;
  readonly checkRuns: CheckRun[];
  readonly checkSuites: CheckSuite[];
  readonly mergeQueue: QueueEntry[];
  /** Checks that a ruleset asks of the default branch; `appId` where it says whose. */
  readonly requiredChecks: { readonly context: string; readonly appId: number | undefined }[];
  /** Login, lower case, to `admin`, `maintain`, `write`, `triage` or `read`. */
  readonly collaborators: Map<string, string>;
  readonly createdAt: number;
  installed: boolean;
}

export interface PullRequest {
  readonly id: number;
  readonly number: number;
  readonly repository: Repository;
  readonly author: Account;
  readonly body: string | null;
  readonly createdAt: number;
  readonly head: { readonly repository: Repository; readonly ref: string; sha: string };
  /** `sha` is the tip of the base branch when the head last moved, not the tip now, as on GitHub. */
  readonly base: { ref: string; sha: string };
  readonly comments: Comment[];
  readonly reviews: Review[];
  readonly reviewComments: ReviewComment[];
  /** Pushes that took commits away from its head. */
  readonly forcePushes: { readonly actor: Account; readonly before: string; readonly after: string }[];
  title: string;
  state: "open" | "closed";
  draft: boolean;
  updatedAt: number;
  closedAt: number | undefined;
  merged: { readonly at: number; readonly by: Account; readonly sha: string } | undefined;
}

/** A pull request in the merge queue: what it is built on, and its merge into that. */
export interface QueueEntry {
  readonly pull: PullRequest;
  readonly baseSha: string;
  readonly headSha: string;
}

export interface Reaction {
  readonly id: number;
  readonly user: Account;
  readonly content: string;
  readonly createdAt: number;
}

export interface Comment {
  readonly id: number;
  readonly pull: PullRequest;
  readonly user: Account;
  readonly createdAt: number;
  readonly reactions: Reaction[];
  body: string;
  updatedAt: number;
}

export type ReviewState = "APPROVED" | "CHANGES_REQUESTED" | "COMMENTED" | "DISMISSED" | "PENDING";

export interface Review {
  readonly id: number;
  readonly user: Account;
  readonly commit: string;
  body: string;
  state: ReviewState;
  submittedAt: number;
}

export interface ReviewComment {
  readonly id: number;
  readonly review: number;
  readonly user: Account;
  readonly path: string;
  readonly commit: string;
  readonly side: "LEFT" | "RIGHT";
  readonly line: number;
  readonly startLine: number | undefined;
  readonly diffHunk: string;
  readonly createdAt: number;
  readonly inReplyTo: number | undefined;
  readonly reactions: Reaction[];
  body: string;
  updatedAt: number;
}

export interface Annotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column: number | null;
  readonly end_column: number | null;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly message: string;
  readonly title: string | null;
  readonly raw_details: string | null;
}

export interface CheckAction {
  readonly label: string;
  readonly description: string;
  readonly identifier: string;
}

export interface CheckSuite {
  readonly id: number;
  readonly appId: number;
  readonly headSha: string;
  readonly headBranch: string | null;
  /** Whose push it was made for; `undefined` where it was made for no push. */
  readonly pusher: Account | undefined;
  readonly createdAt: number;
  /** Set by a request to run it again; cleared by the next check. */
  requested: boolean;
}

export interface CheckRun {
  readonly id: number;
  readonly appId: number;
  readonly suite: CheckSuite;
  readonly headSha: string;
  name: string;
  status: string;
  conclusion: string | null;
  externalId: string;
  detailsUrl: string | null;
  startedAt: number;
  completedAt: number | null;
  title: string | null;
  summary: string | null;
  text: string | null;
  actions: readonly CheckAction[];
  readonly annotations: Annotation[];
}

/** One answered request of a client. */
export interface RequestRecord {
  readonly method: string;
  readonly path: string;
  readonly query: string;
  /** The client's `User-Agent`. */
  readonly agent: string;
  /** The path as GitHub's OpenAPI description writes it; `undefined` where no route matched. */
  readonly route: string | undefined;
  /** 0 where the connection was cut or left hanging. */
  readonly status: number;
  readonly installation: number | undefined;
  /** The fault injected, if any. */
  readonly fault: string | undefined;
}

/** What a listener is told of, the moment it happens. */
export type StandinEvent =
  | { readonly kind: "request"; readonly request: RequestRecord; readonly body: JsonObject | undefined }
  | { readonly kind: "check-run"; readonly repository: Repository; readonly checkRun: CheckRun }
  | { readonly kind: "comment"; readonly repository: Repository; readonly comment: Comment };

/** All of the stand-in's state. */
export interface World {
  readonly app: AppRegistration;
  readonly limits: Limits;
  readonly now: () => number;
  readonly accounts: Map<string, Account>;
  readonly repositories: Map<string, Repository>;
  readonly installations: Map<number, Installation>;
  readonly tokens: Map<string, Token>;
  /** `org/team`, lower case, to logins, lower case. */
  readonly teams: Map<string, Set<string>>;
  readonly usage: Map<number, { since: number; used: number }>;
  readonly listeners: Set<(event: StandinEvent) => void>;
  readonly webhooks: WebhookState;
  readonly nextId: () => number;
  url: string;
}
