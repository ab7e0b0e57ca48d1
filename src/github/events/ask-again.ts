import type { ProbotOctokit } from "probot";
import { at, listAt, numberAt, textAt } from "../api/answer.ts";
import { clientOfOctokit } from "../api/client-of-octokit.ts";
import { errorOfOctokit } from "../api/error-of-octokit.ts";
import { noneWhereUnknown } from "../api/github-error.ts";
import { EVENTS } from "./tasks-for-event.ts";

/** Asks GitHub once more for what it could not deliver. Gives how many deliveries it asked for. */
export type AskAgain = (octokit: Pick<ProbotOctokit, "request" | "graphql">) => Promise<number>;

const HOUR = 60 * 60 * 1_000;

/** GitHub keeps deliveries so long. */
const KEPT = 3 * 24 * HOUR;

/** What is left over is asked for after the next sweep. */
const MOST_PAGES = 30;
const MOST_ASKED = 100;

/** How the app answers what it does not want: it would not want it the second time either. */
const UNWANTED: ReadonlySet<number> = new Set([400, 403, 405, 413, 415]);

/**
 * Looks through the app's deliveries for failed ones: of three days at first, later of the time since the last look and an
 * hour before it. Each is asked for once, which GitHub's own list shows, so that nothing has to be remembered.
 */
export function createAskAgain(now: () => Date): AskAgain {
  let looked: number | undefined;
  return async (octokit) => {
    const begun = now().getTime();
    const since = looked === undefined ? begun - KEPT : looked - HOUR;
    const failed = failedOf(await listDeliveries(octokit, since)).slice(0, MOST_ASKED);
    const client = clientOfOctokit(octokit);
    for (const delivery_id of failed) {
      // One that GitHub does not send again keeps no other waiting.
      const route = "POST /app/hook/deliveries/{delivery_id}/attempts";
      await client.rest(route, { delivery_id }).catch(noneWhereUnknown);
    }
    // What was too much for this time is looked for again.
    if (failed.length < MOST_ASKED) looked = begun;
    return failed.length;
  };
}

const LIST = "GET /app/hook/deliveries";

/** Newest first, by the cursor of the answer's `Link` header. */
async function listDeliveries(
  octokit: Pick<ProbotOctokit, "request">,
  since: number,
): Promise<readonly unknown[]> {
  const deliveries: unknown[] = [];
  let cursor: string | undefined;
  for (let page = 1; page <= MOST_PAGES; page += 1) {
    const answer: unknown = await octokit
      .request(LIST, { per_page: 100, ...(cursor !== undefined && { cursor }) })
      .catch((error: unknown) => {
        throw errorOfOctokit(error, LIST);
      });
    const found = listAt(answer, "data");
    deliveries.push(...found.filter((each) => Date.parse(textAt(each, "delivered_at")) >= since));
    cursor = /[?&]cursor=([^&>]+)[^>]*>; *rel="next"/.exec(String(at(answer, "headers", "link")))?.[1];
    const oldest = Date.parse(String(at(found.at(-1), "delivered_at")));
    if (cursor === undefined || oldest < since) break;
  }
  return deliveries;
}

/** Ids of the deliveries that never arrived and were never asked for again, one for each event, oldest first. */
function failedOf(deliveries: readonly unknown[]): readonly number[] {
  const byEvent = new Map<string, unknown[]>();
  for (const delivery of deliveries) {
    const guid = textAt(delivery, "guid");
    byEvent.set(guid, [...(byEvent.get(guid) ?? []), delivery]);
  }
  const failed = [...byEvent.values()].filter((attempts) =>
    attempts.every((attempt) => {
      const status = numberAt(attempt, "status_code");
      const isOver = status >= 300 && at(attempt, "status") !== "pending";
      return isOver && !UNWANTED.has(status) && at(attempt, "redelivery") !== true && isOurs(attempt);
    }),
  );
  return failed.map(([first]) => numberAt(first, "id")).reverse();
}

function isOurs(delivery: unknown): boolean {
  return EVENTS.some((event) => event === at(delivery, "event"));
}
