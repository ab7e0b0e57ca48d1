import { isObject } from "../../src/standin/body-fields.ts";
import type { Standin } from "../../src/standin/standin.ts";
import type { CheckRun, RequestRecord } from "../../src/standin/world.ts";
import type { Chronicle } from "./chronicle.ts";
import type { Oracle } from "./oracle.ts";
import { repositoryOf } from "./situation.ts";

/** What the monitor objects to, in a sentence each. */
export interface Objections {
  /** A pass that no situation of its head allowed while the run that wrote it was under way. */
  readonly falsePasses: string[];
  /** A verdict on a commit that is no head any more, by a run that never looked whether it still is one. */
  readonly unread: string[];
}

/** Conclusions with which GitHub lets a required check pass. */
const PASSING = ["success", "neutral", "skipped"];

/** GitHub may answer with what was true before; a run that was told so is held against more of the past. */
const STALE_MILLISECONDS = 60_000;

/**
 * Judges every verdict the moment it is written. It sits in the stand-in and sees what each client asked and when;
 * clients are told apart by their user agent.
 */
export function startMonitor(
  github: Standin,
  { oracle, chronicle }: { readonly oracle: Oracle; readonly chronicle: Chronicle },
): Objections {
  const objections: Objections = { falsePasses: [], unread: [] };
  /** By client and pull request: when it was last read whole, and whether stale. */
  const reads = new Map<string, { readonly at: number; readonly stale: boolean }>();
  /** By check: who started it, and whether they have read the head since. */
  const runs = new Map<number, Run>();

  github.watch((event) => {
    if (event.kind !== "request") return;
    const { request, body } = event;
    const [, owner, repo] = /^\/repos\/([^/]+)\/([^/]+)\//.exec(request.path) ?? [];
    if (request.path === "/graphql") return noteQuery(request, body);
    if (owner === undefined || repo === undefined) return;
    const repository = `${owner}/${repo}`;
    const number = /\/pulls\/(\d+)$/.exec(request.path)?.[1];
    if (request.method === "GET" && number !== undefined) noteHeadRead(request, Number(number));
    if (request.method === "POST" && request.path.endsWith("/check-runs"))
      noteStart(request, repository, body?.head_sha);
    const id = Number(/\/check-runs\/(\d+)$/.exec(request.path)?.[1]);
    if (request.method !== "PATCH" || body?.conclusion === undefined) return;
    const run = repositoryOf(github.world, repository).checkRuns.find((each) => each.id === id);
    // A write that was refused, or went wrong before it took effect, is none.
    if (run !== undefined && run.conclusion === body.conclusion) judge(request, repository, run);
  });

  function noteQuery(request: RequestRecord, body: RequestBody): void {
    const query = String(body?.query ?? "");
    const { owner, repo, number } = isObject(body?.variables) ? body.variables : {};
    if (query.includes("query MergeQueue(")) noteQueueRead(request);
    if (!query.includes("headRefOid") || typeof number !== "number") return;
    noteHeadRead(request, number);
    if (!query.includes("baseRef ")) return;
    const read = { at: performance.now(), stale: request.fault === "stale" };
    reads.set(`${request.agent} ${owner}/${repo}#${number}`, read);
  }

  function noteHeadRead({ agent, status }: RequestRecord, number: number): void {
    if (status !== 200) return;
    for (const run of runs.values()) if (run.agent === agent && run.number === number) run.hasReadHead = true;
  }

  function noteQueueRead({ agent, status }: RequestRecord): void {
    if (status !== 200) return;
    for (const run of runs.values()) if (run.agent === agent && run.isQueued) run.hasReadHead = true;
  }

  function noteStart({ agent }: RequestRecord, repository: string, head: unknown): void {
    const { checkRuns, store } = repositoryOf(github.world, repository);
    const run = checkRuns.at(-1);
    if (run === undefined || run.headSha !== head || runs.has(run.id)) return;
    // It may be no head any more.
    const [first] = chronicle.since(repository, run.headSha, 0).flat();
    if (first === undefined) return;
    // Only the queue merges here, and it tells whether a group is still there; of anything else the pull request does.
    const isQueued = (store.commit(run.headSha)?.parents.length ?? 0) > 1;
    runs.set(run.id, { agent, number: first.number, isQueued, hasReadHead: false });
  }

  function judge({ agent }: RequestRecord, repository: string, run: CheckRun): void {
    const { pulls, mergeQueue } = repositoryOf(github.world, repository);
    const writer = runs.get(run.id);
    const isHead =
      [...pulls.values()].some(({ head }) => head.sha === run.headSha) ||
      mergeQueue.some(({ headSha }) => headSha === run.headSha);
    const isVerdict = run.conclusion !== "cancelled" && run.title !== "Could not be evaluated";
    if (isVerdict && !isHead && writer?.agent === agent && !writer.hasReadHead) {
      objections.unread.push(
        `${repository} ${run.headSha}: ${run.conclusion}, and the head was not read back`,
      );
    }
    if (!PASSING.includes(run.conclusion ?? "")) return;
    const everHead = chronicle.since(repository, run.headSha, 0).flat();
    const names = new Set(everHead.map(({ number }) => `${repository}#${number}`));
    const situations = chronicle.since(repository, run.headSha, startOf(agent, [...names]));
    const isRight = situations.some(
      (each) => oracle(repositoryOf(github.world, repository), each) === "success",
    );
    if (!isRight)
      objections.falsePasses.push(`${repository} ${run.headSha}: ${run.conclusion} (${run.title})`);
  }

  /** When the run that writes now may have begun: at the earliest of its client's last reads of the pull requests. */
  function startOf(agent: string, names: readonly string[]): number {
    const found = names.flatMap((name) => reads.get(`${agent} ${name}`) ?? []);
    const earliest = Math.min(...found.map(({ at, stale }) => at - (stale ? STALE_MILLISECONDS : 0)));
    return Number.isFinite(earliest) ? earliest : 0;
  }

  return objections;
}

/** A check, by who started it. */
interface Run {
  readonly agent: string;
  readonly number: number;
  readonly isQueued: boolean;
  hasReadHead: boolean;
}

type RequestBody = Extract<Parameters<Parameters<Standin["watch"]>[0]>[0], { kind: "request" }>["body"];
