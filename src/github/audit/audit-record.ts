import type { Digests } from "../../model/generated/report.ts";
import type { RecordedApproval } from "../../model/review.ts";

/** What happened that someone may have to account for later. Names and digests only, never a submitted text. */
export type AuditRecord = OpenedRecord | VerdictRecord | CommandRecord;

/** A process began to write here. */
interface OpenedRecord {
  readonly kind: "opened";
  readonly engine: string;
  /** Bytes of an entry that an earlier process did not finish writing, and that were taken away. */
  readonly unfinished_bytes?: number;
}

/** A verdict on a head commit, recorded before it is shown. */
export interface VerdictRecord extends OnCommit {
  readonly kind: "verdict";
  readonly pull_requests: readonly number[];
  readonly key: string;
  readonly conclusion: string;
  readonly engine: string;
  readonly as_of: string;
  /** Exclusive, `YYYY-MM-DD`; `null` where nothing was decided. */
  readonly valid_until: string | null;
  /** One for each pull request and branch the head was judged for; none where it could not be judged. */
  readonly judged: readonly JudgedRecord[];
}

/** What one branch made of the head, and what that rests on. */
export interface JudgedRecord {
  readonly pull_request: number;
  readonly branch: string;
  readonly base: string;
  readonly conclusion: string;
  readonly digests: Digests;
  /** Approvals that counted. */
  readonly approvals: readonly RecordedApproval[];
  /** Ids of the waivers and standing approvals that were applied. */
  readonly waivers: readonly string[];
}

/** Somebody asked the app for something in a comment. */
export interface CommandRecord {
  readonly kind: "command";
  readonly installation: number;
  readonly repository: string;
  readonly pull_request: number;
  readonly comment: number;
  readonly user: string;
  readonly command: string;
  /** Whether that person may. */
  readonly allowed: boolean;
}

interface OnCommit {
  readonly installation: number;
  readonly repository: string;
  readonly commit: string;
}
