import type { Finding } from "../model/generated/report.ts";
import type { Progress } from "../model/review.ts";

/** The first line of the summary comment, by which the app finds it again (together with its own identity). */
export const COMMENT_MARKER = "<!-- bylaw:summary -->";

/** A finding as the comment remembers it. */
interface Remembered {
  readonly rule: string;
  readonly fingerprint: string;
}

interface State {
  readonly head: string;
  /** Open at `head`; which of them were new then, against the push before. */
  readonly open: readonly (Remembered & { readonly fresh: boolean })[];
  readonly fixed: readonly Remembered[];
  /** True where there was nothing before to compare with. */
  readonly first: boolean;
}

/** More findings than this are not remembered, and no progress is shown: half a comment would be bookkeeping. */
const MOST = 300;

const RULE = "[A-Za-z0-9]+(?:-[A-Za-z0-9]+)*";
const ENTRY = `\\+?${RULE}:[0-9a-f]{16}`;
const LIST = `(?:${ENTRY}(?:,${ENTRY})*)?`;
const STATE = new RegExp(
  `^<!-- bylaw:state v1 (first|next) head=([0-9a-f]{40}|[0-9a-f]{64}) open=(${LIST}) fixed=(${LIST}) -->$`,
);

/**
 * What changed since the push before `head`, and the hidden line to keep for the next one. Reviewing the
 * same head again compares with the same earlier push, so the comment stays as it is. `previous` is the
 * comment as it stands; what is not exactly ours in it is ignored.
 */
export function progressSince(
  previous: string | undefined,
  head: string,
  open: readonly Finding[],
): { readonly progress: Progress | undefined; readonly line: string } {
  const before = baseline(previous, head);
  const now = [...new Map(open.map((finding) => [finding.fingerprint, finding])).values()];
  if (now.length > MOST || !/^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(head))
    return { progress: undefined, line: "" };
  const known = new Set(before?.map(({ fingerprint }) => fingerprint));
  const still = new Set(now.map(({ fingerprint }) => fingerprint));
  const fixed = (before ?? []).filter(({ fingerprint }) => !still.has(fingerprint));
  const added = before === undefined ? [] : now.filter(({ fingerprint }) => !known.has(fingerprint));
  const line = write({
    head,
    first: before === undefined,
    open: now.map((finding) => ({ ...finding, fresh: added.includes(finding) })),
    fixed,
  });
  if (before === undefined) return { progress: undefined, line };
  return {
    progress: { fixed: fixed.map(({ rule }) => rule), added, unchanged: now.length - added.length },
    line,
  };
}

/** The head a summary comment speaks of; `undefined` where it does not say. */
export function commentedHead(body: string): string | undefined {
  return read(body)?.head;
}

/** The third line of a comment that says of its head that nothing is known. Submitted text can never stand there. */
const REFUSAL = "<!-- bylaw:refused -->";

/**
 * The hidden lines of a comment on a head that could not be evaluated. What was open before is kept, so that the next
 * review says what changed since the last push that was judged.
 */
export function refusalLines(previous: string, head: string): string {
  const state = read(previous);
  const line =
    state === undefined
      ? ""
      : write(
          state.head === head
            ? state
            : { head, first: false, open: state.open.map((each) => ({ ...each, fresh: false })), fixed: [] },
        );
  return `${COMMENT_MARKER}\n${line}\n${REFUSAL}`;
}

/** Tells whether a summary comment says that its head could not be evaluated. */
export function isRefusal(body: string): boolean {
  return body.split(/\r?\n/, 3)[2] === REFUSAL;
}

/** The findings that were open at the push before `head`; `undefined` where nothing is known of one. */
function baseline(previous: string | undefined, head: string): readonly Remembered[] | undefined {
  const state = read(previous);
  if (state === undefined) return undefined;
  if (state.head !== head) return state.open;
  if (state.first) return undefined;
  return [...state.open.filter(({ fresh }) => !fresh), ...state.fixed];
}

/** Only the second line counts: submitted text can never stand there. */
function read(previous: string | undefined): State | undefined {
  const [marker, line] = previous?.split(/\r?\n/, 2) ?? [];
  const match = marker === COMMENT_MARKER ? STATE.exec(line ?? "") : null;
  if (match === null) return undefined;
  const [, order, head = "", open = "", fixed = ""] = match;
  return { head, first: order === "first", open: entries(open), fixed: entries(fixed) };
}

function entries(list: string): State["open"] {
  if (list === "") return [];
  return list.split(",").map((entry) => {
    const fresh = entry.startsWith("+");
    const [rule = "", fingerprint = ""] = entry.slice(fresh ? 1 : 0).split(":");
    return { rule, fingerprint, fresh };
  });
}

function write({ head, first, open, fixed }: State): string {
  const entry = ({ rule, fingerprint }: Remembered) =>
    `${new RegExp(`^${RULE}$`).test(rule) ? rule : "rule"}:${fingerprint}`;
  const list = open.map((finding) => `${finding.fresh ? "+" : ""}${entry(finding)}`).join(",");
  return `<!-- bylaw:state v1 ${first ? "first" : "next"} head=${head} open=${list} fixed=${fixed.map(entry).join(",")} -->`;
}
