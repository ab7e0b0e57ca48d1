import type { Job } from "bullmq";
import type { RedisLinks } from "./open-redis.ts";

/** Two hours: GitHub asks nobody to wait longer than one. */
const LONGEST_MILLISECONDS = 2 * 60 * 60 * 1_000;

/** BullMQ keeps the moment in milliseconds above these bits of the score. */
const SCORE_OF_A_MILLISECOND = 0x1000;

/**
 * Lets a task be done now that was put off for longer than any ever is: the clock of the process that did so was
 * wrong, and whoever asks for the task would else be told for hours that it waits already.
 */
export async function bringForward(
  job: Pick<Job, "id" | "promote">,
  place: string,
  { prompt }: Pick<RedisLinks, "prompt">,
): Promise<void> {
  const score = await prompt.zscore(`${place}:delayed`, job.id ?? "");
  if (score === null) return;
  // The clock of Redis is one for all.
  const [seconds] = await prompt.time();
  const left = Number(score) / SCORE_OF_A_MILLISECOND - Number(seconds) * 1_000;
  // Where another one brought it forward meanwhile, it is.
  if (left > LONGEST_MILLISECONDS) await job.promote().catch(() => {});
}
