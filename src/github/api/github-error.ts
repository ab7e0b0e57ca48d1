/** What kind of refusal or failure an answer of GitHub was. */
export type GithubErrorKind = "unavailable" | "rate-limited" | "missing" | "refused";

/**
 * GitHub did not answer, or not with what was asked for. `retryAfter` is in seconds; `requestId` is
 * GitHub's own id of the request, to quote to its support.
 */
export class GithubError extends Error {
  override readonly name = "GithubError";
  readonly kind: GithubErrorKind;
  readonly status: number | undefined;
  readonly retryAfter: number | undefined;
  readonly requestId: string | undefined;

  constructor(
    message: string,
    details: {
      readonly kind: GithubErrorKind;
      readonly status?: number | undefined;
      readonly retryAfter?: number | undefined;
      readonly requestId?: string | undefined;
      readonly cause?: unknown;
    },
  ) {
    super(message, { cause: details.cause });
    this.kind = details.kind;
    this.status = details.status;
    this.retryAfter = details.retryAfter;
    this.requestId = details.requestId;
  }
}

/** Tells whether a write that failed so may have been done all the same: look before writing again. */
export function mayHaveTakenEffect(error: unknown): boolean {
  return error instanceof GithubError && error.kind === "unavailable" && error.status !== 401;
}

/** Makes nothing of a refusal or a gap, for questions that such an answer answers; anything else is thrown on. */
export function noneWhereUnknown(error: unknown): undefined {
  if (error instanceof GithubError && (error.kind === "missing" || error.kind === "refused"))
    return undefined;
  throw error;
}
