/**
 * A review to be done. It names a pull request and nothing of its state: what is true is read from GitHub
 * when the job runs, so a lost, doubled or late event cannot matter.
 */
export interface ReviewJob {
  readonly installation: number;
  readonly owner: string;
  readonly repo: string;
  readonly number: number;
}

/** The name a job is deduplicated by. */
export function jobKey({ owner, repo, number }: ReviewJob): string {
  return `${owner}/${repo}#${number}`.toLowerCase();
}
