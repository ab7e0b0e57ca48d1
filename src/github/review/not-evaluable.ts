/**
 * A pull request cannot be judged, and asking GitHub again now would not help. `lasting` says that only
 * another commit can help; without it, the next sweep tries again.
 */
export class NotEvaluable extends Error {
  override readonly name = "NotEvaluable";
  readonly help: string;
  readonly lasting: boolean;

  constructor(
    message: string,
    details: { readonly help: string; readonly lasting: boolean; readonly cause?: unknown },
  ) {
    super(message, { cause: details.cause });
    this.help = details.help;
    this.lasting = details.lasting;
  }
}
