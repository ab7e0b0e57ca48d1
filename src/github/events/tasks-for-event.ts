import { at } from "../api/answer.ts";
import { RECHECK } from "../publish/complete-check.ts";
import type { ReviewJob } from "../review/review-job.ts";
import { judgesOthers } from "../review/select-files.ts";
import type { Lookup } from "./lookup.ts";
import { parseCommand } from "./parse-command.ts";

/** What an event asks for: a review of one pull request, or a look at GitHub for which to review. */
export type Task =
  | { readonly kind: "review"; readonly job: ReviewJob; readonly forced: boolean }
  | { readonly kind: "lookup"; readonly lookup: Lookup };

/** The app's own id, by which events on its own checks are told from those of others. */
export interface EventOptions {
  readonly app: number;
}

type Payload = Readonly<Record<string, unknown>>;

interface Origin {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
}

/** Events the app asks GitHub for. */
export const EVENTS = [
  "pull_request",
  "pull_request_review",
  "check_run",
  "check_suite",
  "merge_group",
  "issue_comment",
  "push",
  "installation",
  "installation_repositories",
  "membership",
  "organization",
  "team",
] as const;

type EventName = (typeof EVENTS)[number];

/**
 * What to do on an event. An event is a hint and no more: its content only says where to look. Anything
 * not understood asks for nothing.
 */
export function tasksForEvent(name: string, payload: Payload, options: EventOptions): readonly Task[] {
  const installation = at(payload, "installation", "id");
  if (typeof installation !== "number" || !isEvent(name)) return [];
  const owner = at(payload, "repository", "owner", "login");
  const repo = at(payload, "repository", "name");
  if (typeof owner === "string" && typeof repo === "string") {
    return IN_REPOSITORY[name]?.(payload, { installation, owner, repo }, options) ?? [];
  }
  return isSweep(name, at(payload, "action"))
    ? [{ kind: "lookup", lookup: { kind: "sweep", installation } }]
    : [];
}

function isEvent(name: string): name is EventName {
  return EVENTS.some((event) => event === name);
}

function isSweep(name: string, action: unknown): boolean {
  const wanted: Readonly<Record<string, readonly string[]>> = {
    installation: ["created", "new_permissions_accepted", "unsuspend"],
    installation_repositories: ["added"],
    // Whose approval counts changes with who belongs to a team.
    membership: ["added", "removed"],
    organization: ["member_removed"],
    team: ["deleted"],
  };
  return typeof action === "string" && (wanted[name]?.includes(action) ?? false);
}

type Handler = (payload: Payload, origin: Origin, options: EventOptions) => readonly Task[];

const IN_REPOSITORY: Readonly<Partial<Record<EventName, Handler>>> = {
  pull_request(payload, origin) {
    const action = at(payload, "action");
    const isWanted =
      action === "edited"
        ? at(payload, "changes", "base") !== undefined
        : ["opened", "reopened", "synchronize", "ready_for_review", "closed"].includes(String(action));
    return isWanted ? review(origin, at(payload, "pull_request", "number")) : [];
  },
  pull_request_review(payload, origin) {
    const isWanted = ["submitted", "dismissed"].includes(String(at(payload, "action")));
    return isWanted ? review(origin, at(payload, "pull_request", "number")) : [];
  },
  check_run(payload, origin, { app }) {
    const isOurs = at(payload, "check_run", "app", "id") === app;
    const action = at(payload, "action");
    const isPressed = at(payload, "requested_action", "identifier") === RECHECK.identifier;
    const isWanted = action === "rerequested" || (action === "requested_action" && isPressed);
    const branch = at(payload, "check_run", "check_suite", "head_branch");
    return isOurs && isWanted ? byHead(origin, at(payload, "check_run", "head_sha"), branch) : [];
  },
  check_suite(payload, origin, { app }) {
    const isOurs = at(payload, "check_suite", "app", "id") === app;
    const branch = at(payload, "check_suite", "head_branch");
    const isWanted = at(payload, "action") === "rerequested";
    return isOurs && isWanted ? byHead(origin, at(payload, "check_suite", "head_sha"), branch) : [];
  },
  merge_group(payload, origin) {
    const action = at(payload, "action");
    const head = at(payload, "merge_group", "head_sha");
    if (action === "destroyed" && isSha(head)) {
      return [{ kind: "lookup", lookup: { ...origin, kind: "abandoned", head } }];
    }
    if (action !== "checks_requested") return [];
    return review(origin, queuedIn(at(payload, "merge_group", "head_ref")));
  },
  issue_comment(payload, origin) {
    const isWanted =
      at(payload, "action") === "created" && at(payload, "issue", "pull_request") !== undefined;
    const number = at(payload, "issue", "number");
    const comment = at(payload, "comment", "id");
    const user = at(payload, "comment", "user", "login");
    const command = parseCommand(String(at(payload, "comment", "body")));
    if (!isWanted || command === undefined) return [];
    if (typeof number !== "number" || typeof comment !== "number" || typeof user !== "string") return [];
    if (at(payload, "comment", "user", "type") !== "User") return [];
    return [{ kind: "lookup", lookup: { ...origin, kind: "command", number, comment, user, command } }];
  },
  push(payload, origin) {
    const branch = /^refs\/heads\/(.+)$/.exec(String(at(payload, "ref")))?.[1];
    if (branch === undefined || at(payload, "deleted") === true || !touchesJudgement(payload)) return [];
    const main = at(payload, "repository", "default_branch") === branch;
    return [{ kind: "lookup", lookup: { ...origin, kind: "base", branch, main } }];
  },
};

function review(origin: Origin, number: unknown, forced = false): readonly Task[] {
  if (typeof number !== "number" || !Number.isSafeInteger(number)) return [];
  return [{ kind: "review", job: { ...origin, number }, forced }];
}

/** The last pull request of a merge group, after which the queue names the group's branch. */
function queuedIn(branch: unknown): number | undefined {
  const name = typeof branch === "string" ? branch.replace(/^refs\/heads\//, "") : "";
  const number = /^gh-readonly-queue\/.+\/pr-(\d+)-[0-9a-f]{40}$/.exec(name)?.[1];
  return number === undefined ? undefined : Number(number);
}

/** Never by the pull requests an event lists: on forks and merge groups it lists none. */
function byHead(origin: Origin, head: unknown, branch: unknown): readonly Task[] {
  const queued = queuedIn(branch);
  if (queued !== undefined) return review(origin, queued, true);
  if (!isSha(head)) return [];
  return [{ kind: "lookup", lookup: { ...origin, kind: "head", head } }];
}

function isSha(value: unknown): value is string {
  return typeof value === "string" && /^[0-9a-f]{40}$/.test(value);
}

/** GitHub lists at most this many commits of a push, and none of what a forced push took away. */
const LISTED_COMMITS = 2_048;

function touchesJudgement(payload: Payload): boolean {
  const commits = at(payload, "commits");
  if (!Array.isArray(commits) || commits.length >= LISTED_COMMITS || at(payload, "forced") === true)
    return true;
  return commits.some((commit) =>
    ["added", "modified", "removed"].some((what) => {
      const files = at(commit, what);
      return Array.isArray(files) && files.some((file) => typeof file === "string" && judgesOthers(file));
    }),
  );
}
