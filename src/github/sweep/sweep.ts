import { at, listAt, numberAt, textAt } from "../api/answer.ts";
import type { Client } from "../api/client.ts";
import { everyPage } from "../api/every-page.ts";
import { listStandings } from "../api/list-pull-requests.ts";
import type { ReviewJob } from "../review/review-job.ts";
import type { Standing } from "../review/standing.ts";
import type { AppContext } from "../server/app-context.ts";
import { sayError } from "../settings/log.ts";
import { dueForReview, type Orphans, type Why } from "./due-for-review.ts";
import { createForgetMoved } from "./forget-moved.ts";
import { listAmissComments } from "./list-amiss-comments.ts";
import { listLeftOpen } from "./list-left-open.ts";

/** How to sweep. */
export interface SweepOptions {
  readonly orphans: Orphans;
  /** What to do about a pull request that is due: to queue it, where left out. */
  readonly onDue?: (job: ReviewJob, why: Why) => Promise<void>;
}

/**
 * Finds every open pull request of every installation whose newest check of ours is missing, out of date or unfinished. It
 * needs no memory of what happened before, so nothing can be lost for longer than it takes to come round. Gives how many
 * installations, repositories and pull requests could not be read.
 */
export async function sweep(
  context: AppContext,
  app: Client,
  owners: ReadonlySet<string>,
  options: SweepOptions,
): Promise<number> {
  let unread = 0;
  const route = "GET /app/installations";
  for (const installation of await everyPage(app, route, { itemsOf: (page) => listAt({ page }, "page") })) {
    const owner = String(at(installation, "account", "login")).toLowerCase();
    const isSuspended = typeof at(installation, "suspended_at") === "string";
    if (isSuspended || (owners.size > 0 && !owners.has(owner))) continue;
    const id = numberAt(installation, "id");
    try {
      unread += await sweepInstallation(context, id, options);
    } catch (error) {
      context.log.error("an installation could not be swept", { installation: id, error: sayError(error) });
      unread += 1;
    }
  }
  return unread;
}

/**
 * Does so for the repositories of one installation. Neither a repository nor a pull request that cannot be read keeps the
 * rest waiting; gives how many could not.
 */
export async function sweepInstallation(
  context: AppContext,
  installation: number,
  options: SweepOptions,
): Promise<number> {
  const { onDue = (job, why) => context.enqueue(job, { later: true, forced: why === "comment" }) } = options;
  const client = await context.client(installation);
  const route = "GET /installation/repositories";
  const forgetMoved = createForgetMoved(client);
  let unread = 0;
  for (const repository of await everyPage(client, route, {
    itemsOf: (page) => listAt(page, "repositories"),
  })) {
    if (at(repository, "archived") === true) continue;
    const name = { owner: textAt(repository, "owner", "login"), repo: textAt(repository, "name") };
    try {
      const listed = await listStandings(client, { ...name, app: context.identity.id });
      for (const { number, error } of listed.unread) {
        const fields = { installation, repository: `${name.owner}/${name.repo}`, pull_request: number };
        context.log.error("a pull request could not be swept", { ...fields, error: sayError(error) });
        unread += 1;
        await onDue({ installation, ...name, number }, "unread");
      }
      const standings: Standing[] = [];
      for (const standing of listed.standings) {
        standings.push({ ...standing, checks: await forgetMoved(standing.checks) });
      }
      for (const { number, why } of dueForReview(context, { ...name, standings }, options.orphans)) {
        await onDue({ installation, ...name, number }, why);
      }
      for (const number of await listAmissComments(context, client, { ...name, standings })) {
        await onDue({ installation, ...name, number }, "comment");
      }
      for (const number of await listLeftOpen(client, { ...name, app: context.identity.id })) {
        await onDue({ installation, ...name, number }, "unfinished");
      }
    } catch (error) {
      const fields = { installation, repository: `${name.owner}/${name.repo}`, error: sayError(error) };
      context.log.error("a repository could not be swept", fields);
      unread += 1;
    }
  }
  return unread;
}
