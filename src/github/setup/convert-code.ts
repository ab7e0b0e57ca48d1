import { at, numberAt, textAt } from "../api/answer.ts";
import { GithubError } from "../api/github-error.ts";

/** What a newly registered app is run with. */
export interface NewApp {
  readonly id: number;
  readonly slug: string;
  readonly page: string;
  /** PEM. */
  readonly privateKey: string;
  readonly webhookSecret: string;
}

const MILLISECONDS = 15_000;

/** Exchanges the code GitHub sent the browser back with for the app's credentials. It works once, within an hour. */
export async function convertCode(apiUrl: string, code: string): Promise<NewApp> {
  const response = await fetch(`${apiUrl}/app-manifests/${encodeURIComponent(code)}/conversions`, {
    method: "POST",
    headers: { accept: "application/vnd.github+json", "user-agent": "bylaw" },
    signal: AbortSignal.timeout(MILLISECONDS),
  }).catch((cause: unknown) => {
    throw new GithubError("GitHub cannot be reached", { kind: "unavailable", cause });
  });
  if (response.status !== 201) {
    throw new GithubError(`GitHub answered with status ${response.status}`, {
      kind: "refused",
      status: response.status,
    });
  }
  const answer: unknown = await response.json().catch(() => undefined);
  return {
    id: numberAt(answer, "id"),
    slug: textAt(answer, "slug"),
    page: String(at(answer, "html_url") ?? ""),
    privateKey: textAt(answer, "pem"),
    webhookSecret: textAt(answer, "webhook_secret"),
  };
}
