import type { ChangeReview } from "../../change/review-change.ts";
import type { Language } from "../../model/language.ts";
import type { Review, ReviewInput } from "../../model/review.ts";
import type { PolicyReview } from "../../model/set-change.ts";
import type { Source } from "../../model/source.ts";
import type { RefusalContext } from "../../render/render-refusal.ts";
import type { Remark } from "../../render/render-remarks.ts";
import type { Question } from "../events/answer-command.ts";

/** A remark on lines of a file, in the shape GitHub takes. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  readonly start_column?: number | undefined;
  readonly end_column?: number | undefined;
  readonly annotation_level: "notice" | "warning" | "failure";
  readonly title: string;
  readonly message: string;
  readonly raw_details?: string | undefined;
}

/** What a check run says: its title, its summary in Markdown, and annotations, worst first. */
interface CheckText {
  readonly title: string;
  readonly summary: string;
  readonly annotations: readonly CheckAnnotation[];
}

/** What a repository's own configuration says about its reviews. */
export interface RepositoryConfiguration {
  readonly manifests: readonly string[];
  /** Where the policies are, when not in the repository itself. */
  readonly policies: { readonly repository: string; readonly ref: string } | undefined;
  /** Whether findings are also said on the lines they stand on. */
  readonly inline: boolean;
  /** The language of what the app writes. */
  readonly language: Language;
  /** Teams (`@organisation/team`) and people (`@login`) by group. */
  readonly reviewers: Readonly<Record<string, readonly string[]>>;
}

/** The judgement and the words the app asks for. It knows neither GitHub nor the clock. */
export interface Reviewer {
  readonly engine: string;
  /** Reads `.github/bylaw.yml`; defaults where there is none or where it cannot be understood. */
  readConfiguration(source: Source | undefined): RepositoryConfiguration;
  /** Judges. Fails with `NotEvaluable` where the input stops the evaluation itself. */
  review(input: ReviewInput): Promise<ChangeReview>;
  /** Answers a question about a rule in Markdown. Fails as `review` does. */
  answer(input: ReviewInput, question: Question): Promise<string>;
  renderCheck(
    review: Review,
    context: {
      readonly repository: string;
      readonly base: string;
      readonly head: string;
      readonly command: string;
      readonly policies: PolicyReview | undefined;
    },
  ): CheckText;
  /** The open findings as remarks on lines of the head's files. */
  renderRemarks(review: Review, head: readonly Source[]): readonly Remark[];
  /** What a remark becomes once its finding is gone. */
  renderSettled(
    remark: Pick<Remark, "fingerprint" | "rule">,
    context: { readonly head: string; readonly language: Language },
  ): string;
  renderRemarksHeading(language: Language): string;
  renderComment(
    review: Review,
    context: {
      readonly repository: string;
      readonly base: string;
      readonly head: string;
      readonly previous: string | undefined;
      readonly policies: PolicyReview | undefined;
    },
  ): string;
  /** What the comment becomes once its pull request has a head that could not be evaluated. */
  renderRefusal(context: RefusalContext): string;
}
