import { covers } from "../../engine/apply-waivers.ts";
import type { Standing } from "../../engine/waiver-standing.ts";
import { REFUSALS } from "../../engine/words.ts";
import type { Document } from "../../model/document.ts";
import type { Finding } from "../../model/generated/report.ts";
import type { WaiverDocument } from "../../model/generated/waiver.ts";
import type { WaiverChange } from "../../model/impact.ts";
import type { Language } from "../../model/language.ts";
import type { Compared } from "./compared.ts";
import type { DecisionPair, RunPair } from "./run-pair.ts";

/** What becomes of the waivers and standing approvals for what was judged by both sets. */
export function waiverChanges(all: readonly Compared[], pair: RunPair): readonly WaiverChange[] {
  const byId = new Map<string, Compared[]>();
  for (const compared of all) byId.set(compared.id, [...(byId.get(compared.id) ?? []), compared]);
  return [...pair.decisions.values()].flatMap((decision) => {
    const document = decision.after ?? decision.before;
    if (document === undefined) return [];
    const { id, rule, manifest } = document.value;
    const about = byId.get(manifest);
    if (about === undefined) return [];
    const kind = kindOf(decision, {
      before: about.flatMap(({ before }) => before.waivable),
      after: about.flatMap(({ after }) => after.waivable),
    });
    if (kind === undefined) return [];
    const reason = kind === "ends" ? reasonOf(decision.standings.after, pair.after.language) : null;
    return [{ kind, id, rule, manifest, file: document.file, reason }];
  });
}

interface Found {
  readonly before: readonly Finding[];
  readonly after: readonly Finding[];
}

function kindOf({ before, after, standings }: DecisionPair, found: Found): WaiverChange["kind"] | undefined {
  const [old, now] = [coveredBy(before, found.before), coveredBy(after, found.after)];
  const counts = { before: inForce(standings.before), after: inForce(standings.after) };
  if (counts.before && old !== undefined) {
    if (!counts.after || after === undefined) return "ends";
    if (now !== undefined) return undefined;
    if (found.after.some(({ rule, fingerprint }) => rule === old.rule && fingerprint === old.fingerprint))
      return "insufficient";
    const there = found.after.some(({ rule, subject }) => rule === old.rule && subject === old.subject);
    return there ? "unmatched" : "not-needed";
  }
  if (!counts.after || now === undefined) return undefined;
  return counts.before ? "matches" : "counts";
}

function coveredBy(
  decision: Document<WaiverDocument> | undefined,
  findings: readonly Finding[],
): Finding | undefined {
  return decision && findings.find((finding) => covers(decision, finding));
}

function inForce(standing: Standing | undefined): boolean {
  return standing?.kind === "in-force";
}

function reasonOf(standing: Standing | undefined, language: Language): string {
  if (standing?.kind === "refused") return REFUSALS[standing.reason][language](standing.detail);
  const reason = standing === undefined ? "removed" : standing.kind === "expired" ? "expired" : "early";
  return REASONS[reason][language];
}

const REASONS: Readonly<Record<"removed" | "expired" | "early", Readonly<Record<Language, string>>>> = {
  removed: { en: "it is removed", he: "הוא הוסר", ar: "أُزيل" },
  expired: { en: "it is over", he: "תוקפו פג", ar: "انتهت مدته" },
  early: { en: "it has not begun", he: "תוקפו טרם החל", ar: "لم تبدأ مدته" },
};
