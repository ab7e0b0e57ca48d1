import { at, listAt, numberAt, textAt } from "./answer.ts";
import type { AppContext } from "./app-context.ts";
import type { Client } from "./client.ts";
import { listStandings } from "./list-pull-requests.ts";
import { sayError } from "./log.ts";
import { isValid, keyOf } from "./review-head.ts";
import type { OwnCheck, Standing } from "./standing.ts";

/** Which unfinished checks nobody works on any more: all of them as a process starts, later the old ones. */
export interface SweepOptions {
  readonly orphans: "all" | "old";
}

const PATIENCE_MILLISECONDS = 10 * 60 * 1_000;

/**
 * Queues every open pull request of every installation whose newest check of ours is missing, out of date
 * or unfinished. It needs no memory of what happened before, so nothing can be lost for longer than it takes
 * to come round.
 */
export async function sweep(
  context: AppContext,
  app: Client,
  owners: ReadonlySet<string>,
  options: SweepOptions,
): Promise<void> {
  for (const installation of await everyPage(app, "GET /app/installations", (page) => listOf(page))) {
    const owner = String(at(installation, "account", "login")).toLowerCase();
    const isSuspended = typeof at(installation, "suspended_at") === "string";
    if (isSuspended || (owners.size > 0 && !owners.has(owner))) continue;
    const id = numberAt(installation, "id");
    await sweepInstallation(context, id, options).catch((error: unknown) => {
      context.log.error("an installation could not be swept", { installation: id, error: sayError(error) });
    });
  }
}

/** Does so for the repositories of one installation. One that cannot be read does not keep the rest waiting. */
export async function sweepInstallation(
  context: AppContext,
  installation: number,
  options: SweepOptions,
): Promise<void> {
  const client = await context.client(installation);
  const route = "GET /installation/repositories";
  const repositories = await everyPage(client, route, (page) => listAt(page, "repositories"));
  for (const repository of repositories) {
    const owner = textAt(repository, "owner", "login");
    const repo = textAt(repository, "name");
    if (at(repository, "archived") === true) continue;
    try {
      const standings = await listStandings(client, { owner, repo, app: context.identity.id });
      for (const number of dueForReview(context, { owner, repo, standings }, options)) {
        context.enqueue({ installation, owner, repo, number });
      }
    } catch (error) {
      const fields = { installation, repository: `${owner}/${repo}`, error: sayError(error) };
      context.log.error("a repository could not be swept", fields);
    }
  }
}

/** The pull requests of a repository whose check has to be given anew; of several with one head, the first. */
export function dueForReview(
  context: Pick<AppContext, "reviewer" | "now" | "today">,
  {
    owner,
    repo,
    standings,
  }: { readonly owner: string; readonly repo: string; readonly standings: readonly Standing[] },
  { orphans }: SweepOptions,
): readonly number[] {
  const byHead = new Map<string, Standing[]>();
  for (const standing of standings) {
    byHead.set(standing.head.sha, [...(byHead.get(standing.head.sha) ?? []), standing]);
  }
  const due: number[] = [];
  for (const [sha, sharing] of byHead) {
    const changes = sharing.flatMap(({ number, judgedBy, approving }) =>
      judgedBy.map((base) => ({ number, branch: base.branch, base, approving })),
    );
    const [newest] = sharing.flatMap(({ checks }) => checks).sort((a, b) => b.id - a.id);
    const isDone =
      newest !== undefined &&
      (newest.completed
        ? isValid(newest, keyOf(context, { owner, repo, sha, changes }), context.today())
        : orphans === "old" && !isOrphan(newest, context.now()));
    if (!isDone) due.push(Math.min(...changes.map(({ number }) => number)));
  }
  // Whether a merge group has its check is known only by asking the queue, which the review does.
  const queued = standings.filter((standing) => standing.queued).map(({ number }) => number);
  return [...new Set([...due, ...queued])];
}

function isOrphan({ startedAt }: OwnCheck, now: Date): boolean {
  const started = Date.parse(startedAt ?? "");
  return Number.isNaN(started) || now.getTime() - started > PATIENCE_MILLISECONDS;
}

/** More pages than this are an answer that leads in a circle. */
const MOST_PAGES = 1_000;

async function everyPage(
  client: Client,
  route: string,
  itemsOf: (page: unknown) => readonly unknown[],
): Promise<readonly unknown[]> {
  const items: unknown[] = [];
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const found = itemsOf(await client.rest(route, { per_page: 100, page }));
    items.push(...found);
    if (found.length < 100) break;
  }
  return items;
}

function listOf(page: unknown): readonly unknown[] {
  return listAt({ page }, "page");
}
