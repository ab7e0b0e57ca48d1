import type { Client } from "../api/client.ts";
import { blobSha } from "../api/git-objects.ts";
import type { AppContext } from "../server/app-context.ts";
import type { Judged } from "./conclude.ts";
import { gatherInput } from "./gather-input.ts";
import type { Head, HeadChange } from "./head.ts";
import { obstacles } from "./obstacles.ts";

/** Judges every change a head belongs to, each by its own base. */
export async function judgeChanges(
  context: AppContext,
  client: Client,
  head: Head,
  today: string,
): Promise<readonly [Judged, ...Judged[]]> {
  const [first, ...rest] = head.changes;
  const judged: [Judged, ...Judged[]] = [await judge(context, client, head, first, today)];
  for (const change of rest) judged.push(await judge(context, client, head, change, today));
  return judged;
}

async function judge(
  context: AppContext,
  client: Client,
  { installation, owner, repo }: Head,
  change: HeadChange,
  today: string,
): Promise<Judged> {
  const { reviewer } = context;
  const { input, policiesElsewhere, setup, inline } = await gatherInput(
    { ...context, client },
    { owner, repo },
    change,
    today,
  );
  const { review, policies } = await reviewer.review(input);
  const { title, summary, annotations } = reviewer.renderCheck(review, {
    repository: `${owner}/${repo}`,
    base: change.base.sha,
    head: change.head.sha,
    command: `npx bylaw review ${change.base.sha}..${change.head.sha} --as-of ${today}`,
    policies,
  });
  const remarks = inline
    ? {
        remarks: reviewer.renderRemarks(review, input.head),
        blobs: new Map(input.head.map(({ file, bytes }) => [file, blobSha(bytes)])),
        language: review.language,
      }
    : undefined;
  const judged = {
    change,
    review,
    policies,
    title,
    summary,
    annotations,
    policiesElsewhere,
    consent: setup.consent,
    remarks,
  };
  const lacking = await context.lacking(installation);
  return { ...judged, obstacles: obstacles(review, { ...setup, lacking }) };
}
