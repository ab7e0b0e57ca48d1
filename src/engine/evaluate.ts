import type { ReportDocument } from "../model/generated/report.ts";
import type { Bundle } from "./bundle.ts";
import { digestSources } from "./digest-sources.ts";
import { type JudgeOptions, judgeSet } from "./judge-set.ts";
import { reportOf } from "./report-of.ts";
import type { Submitted } from "./submitted.ts";
import { type Setting, surroundingsOf } from "./surroundings-of.ts";

export interface EvaluateOptions extends Omit<JudgeOptions, "surroundings"> {
  /** The set the manifests are judged in; left out, they are judged among themselves and what the bundle holds. */
  readonly surroundings?: Setting;
}

/**
 * The report of one run: a pure function of manifests, what they are judged among, policies, registry,
 * waivers and the date. Equal input gives equal bytes, whatever the order of files.
 */
export function evaluate(
  bundle: Bundle,
  submitted: readonly Submitted[],
  options: EvaluateOptions,
): ReportDocument {
  const surroundings = options.surroundings ?? surroundingsOf(bundle, submitted);
  const judgements = judgeSet(bundle, submitted, { ...options, surroundings });
  return reportOf(judgements, { bundle, asOf: options.asOf, digest: digestSources(surroundings.read()) });
}
