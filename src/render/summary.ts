import type { ReportDocument } from "../model/generated/report.ts";
import { tally, tallyWords } from "./tally.ts";
import { type Say, sentence } from "./words.ts";

/** A report in a line: `3 manifests: 1 fails. 2 findings block, 1 waived. Policies 2026.4 as of 2026-11-23.` */
export function summary(report: ReportDocument, say: Say, policiesLabel?: string): string {
  const dated =
    policiesLabel === undefined
      ? say("asOf", { date: report.as_of })
      : say("policiesAsOf", { label: policiesLabel, date: report.as_of });
  const parts = [manifestWords(report, say), tallyWords(tally(report.findings), say), dated];
  return parts.map((part) => `${sentence(part)}.`).join(" ");
}

/** `3 manifests: 1 fails, 1 needs approval`, or, where all came out alike, `3 manifests pass`. */
export function manifestWords({ manifests }: ReportDocument, say: Say): string {
  const n = manifests.length;
  if (n === 0) return say("noManifests");
  const failed = manifests.filter(({ verdict }) => verdict === "fail").length;
  const waiting = manifests.filter(({ verdict }) => verdict === "needs-approval").length;
  if (failed + waiting === 0) return say("manifestsPass", { n });
  if (failed === n) return say("allFail", { n });
  if (waiting === n) return say("allWait", { n });
  const parts = [
    ...(failed > 0 ? [say("manifestsFail", { n: failed })] : []),
    ...(waiting > 0 ? [say("manifestsWait", { n: waiting })] : []),
  ];
  return say("manifestsOf", { manifests: say("manifests", { n }), what: parts.join(say("and")) });
}
