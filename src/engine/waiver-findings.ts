import type { Document } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { Language } from "../model/language.ts";
import type { RuleSet } from "../model/rule.ts";
import { addDuration } from "../model/time/add-duration.ts";
import { covers } from "./apply-waivers.ts";
import { fingerprint } from "./fingerprint.ts";
import { waiverStanding } from "./waiver-standing.ts";
import { REFUSALS, WORDS } from "./words.ts";

/** How long before its end a waiver is announced to end: a choice of this project, 30 days. */
const ANNOUNCED_DAYS = 30;

/** Findings about the waivers themselves: expired, refused, matching nothing, or soon to end. */
export function waiverFindings(
  waivers: readonly Document<WaiverDocument>[],
  findings: readonly Finding[],
  rules: RuleSet,
  language: Language,
): readonly Finding[] {
  return waivers.flatMap((waiver) => {
    const { id, rule: ruleId, expires } = waiver.value;
    const rule = rules.rules.find((candidate) => candidate.id === ruleId);
    const standing = waiverStanding(waiver, rule, waivers, rules.asOf);
    if (standing.kind === "not-started") return [];
    if (standing.kind === "refused") {
      const reason = REFUSALS[standing.reason][language];
      return finding(
        waiver,
        "waiver-refused",
        "warn",
        "",
        WORDS.waiverRefused[language](id, reason),
        language,
      );
    }
    if (standing.kind === "expired") {
      // One that was renewed is history, kept for the chain.
      if (waivers.some((other) => other.value.renews === id)) return [];
      return finding(
        waiver,
        "waiver-expired",
        "warn",
        "/expires",
        WORDS.waiverExpired[language](id, expires),
        language,
      );
    }
    if (!findings.some((candidate) => covers(waiver, candidate))) {
      return finding(
        waiver,
        "waiver-unmatched",
        "warn",
        "/finding",
        WORDS.waiverUnmatched[language](id),
        language,
      );
    }
    const announced = addDuration(expires, { months: 0, seconds: ANNOUNCED_DAYS * 86_400 }, -1) ?? expires;
    if (rules.asOf < announced) return [];
    return finding(
      waiver,
      "waiver-expiring",
      "note",
      "/expires",
      WORDS.waiverExpiring[language](id, expires),
      language,
    );
  });
}

function finding(
  waiver: Document<WaiverDocument>,
  rule: string,
  effect: Finding["effect"],
  pointer: string,
  message: string,
  language: Language,
): Finding {
  const { file, line, column, end_line, end_column } = waiver.locate(pointer);
  return {
    rule,
    clause: null,
    title: WORDS.waivers[language](),
    policy: null,
    severity: "medium",
    outcome: "fail",
    effect,
    state: "open",
    manifest: waiver.value.manifest,
    subject: pointer,
    fact: null,
    location: { file, line, column, end_line, end_column },
    related: [],
    message,
    why: null,
    help: WORDS.waiverHelp[language](),
    basis: [],
    missing: [],
    path: [],
    alternatives: [],
    fix: null,
    fingerprint: fingerprint({
      rule,
      manifest: waiver.value.manifest,
      subject: waiver.value.id,
      facts: [],
      value: null,
    }),
    waiver: waiver.value.id,
    waivable: false,
    upcoming: null,
  };
}
