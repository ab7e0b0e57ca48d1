import type { Finding, FindingEffect } from "../model/generated/report.ts";
import type { Say, Word } from "./words.ts";

/** What a reader is told about a finding at a glance: its effect while it is open, else its state. */
export type Standing = FindingEffect | "upcoming" | "waived" | "approved";

export function standingOf(finding: Finding): Standing {
  return finding.state === "open" ? finding.effect : finding.state;
}

/** Worst first. */
export const STANDINGS = ["block", "approve", "warn", "note", "upcoming", "waived", "approved"] as const;

type Tally = Readonly<Record<Standing, number>>;

/** How many findings there are of each standing. */
export function tally(findings: readonly Finding[]): Tally {
  const counts = { block: 0, approve: 0, warn: 0, note: 0, upcoming: 0, waived: 0, approved: 0 };
  for (const finding of findings) counts[standingOf(finding)] += 1;
  return counts;
}

const FIRST: Readonly<Record<Standing, Word>> = {
  block: "firstBlock",
  approve: "firstApprove",
  warn: "firstWarn",
  note: "firstNote",
  upcoming: "firstUpcoming",
  waived: "firstWaived",
  approved: "firstApproved",
};

const NEXT: Readonly<Record<Standing, Word>> = {
  block: "nextBlock",
  approve: "nextApprove",
  warn: "nextWarn",
  note: "nextNote",
  upcoming: "nextUpcoming",
  waived: "nextWaived",
  approved: "nextApproved",
};

/** The counts in words, zeros left out: `2 findings block, 1 needs approval by security, 1 waived`. */
export function tallyWords(counts: Tally, say: Say, groups: readonly string[] = []): string {
  const present = STANDINGS.filter((standing) => counts[standing] > 0);
  if (present.length === 0) return say("noFindings");
  return present
    .map((standing, index) => {
      const what = say((index === 0 ? FIRST : NEXT)[standing], { n: counts[standing] });
      return standing === "approve" && groups.length > 0
        ? say("by", { what, groups: groups.join(say("and")) })
        : what;
    })
    .join(say("and"));
}
