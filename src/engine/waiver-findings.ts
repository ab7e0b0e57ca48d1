import type { Document } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import { type Language, textsOf } from "../model/language.ts";
import { addDuration } from "../model/time/add-duration.ts";
import type { Turn } from "../model/turn.ts";
import { covers } from "./apply-waivers.ts";
import { withDates } from "./finding-dates.ts";
import { fingerprint } from "./fingerprint.ts";
import { countingTurns } from "./waiver-dates.ts";
import { type Refusal, type WaiverCourt, waiverStanding } from "./waiver-standing.ts";
import { REFUSALS, WORDS } from "./words.ts";

/** Facts whose breach, in a rule about waivers, says already why one is refused. */
const SAID_BY: Partial<Record<Refusal, readonly string[]>> = {
  "rule-unknown": ["waiver.allowed"],
  "rule-not-waivable": ["waiver.allowed"],
  "not-approved": ["waiver.approver", "waiver.approver_outside"],
  "other-group": ["waiver.approver_outside"],
  "own-system": ["waiver.approver_outside"],
  "too-long": ["waiver.expires_on"],
  "renewed-twice": ["waiver.renewals"],
};

/** The place in its file that says what a waiver is refused for. */
export function refusedAt(reason: Refusal): string {
  return REFUSED_AT[reason];
}

const REFUSED_AT: Readonly<Record<Refusal, string>> = {
  "no-limits": "",
  "rule-unknown": "/rule",
  "rule-not-waivable": "/rule",
  "not-approved": "/approved_by",
  "other-group": "/approved_by/group",
  "own-system": "/approved_by",
  "approved-later": "/approved_on",
  "dates-reversed": "/expires",
  "too-long": "/expires",
  "renewed-twice": "/renews",
};

/** What is known of waivers from the rest of a run. */
interface AboutWaivers {
  readonly language: Language;
  /** The facts that findings of rules about a waiver rest on. */
  readonly said: (waiver: Document<WaiverDocument>) => ReadonlySet<string>;
  /** The days on which the findings a waiver may be for come or go, and those of rules about it. */
  readonly turns: (waiver: Document<WaiverDocument>) => readonly Turn[];
}

/**
 * Findings about the waivers themselves: expired, refused, matching nothing, or soon to end. What a rule about
 * waivers says is not said again.
 */
export function waiverFindings(
  waivers: readonly Document<WaiverDocument>[],
  findings: readonly Finding[],
  court: WaiverCourt,
  about: AboutWaivers,
): readonly Finding[] {
  const { language } = about;
  return waivers.flatMap((waiver) => {
    const found = findingAbout(waiver, findings, court, about);
    if (found === undefined) return [];
    const own = [
      ...countingTurns(waiver, court),
      ...(found.rule === EXPIRING ? noticeTurns(waiver, court) : []),
    ];
    const beside = [...court.turns, ...about.turns(waiver)];
    return { ...found, dates: [...withDates([], { own, beside, asOf: court.rules.asOf, language })] };
  });
}

const EXPIRING = "waiver-expiring";

function findingAbout(
  waiver: Document<WaiverDocument>,
  findings: readonly Finding[],
  court: WaiverCourt,
  { language, said }: AboutWaivers,
): Finding | undefined {
  const { id, expires } = waiver.value;
  const standing = waiverStanding(waiver, court);
  if (standing.kind === "not-started") return undefined;
  if (standing.kind === "refused") {
    if (SAID_BY[standing.reason]?.some((fact) => said(waiver).has(fact))) return undefined;
    const reason = REFUSALS[standing.reason][language](standing.detail);
    const message = WORDS.waiverRefused[language](id, reason);
    return finding(waiver, "waiver-refused", "warn", REFUSED_AT[standing.reason], message, language);
  }
  if (standing.kind === "expired") {
    // One that was renewed is history, kept for the chain.
    if (court.all.some((other) => other.value.renews === id)) return undefined;
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
  if (court.rules.asOf < announcedOn(waiver, court)) return undefined;
  return finding(waiver, EXPIRING, "note", "/expires", WORDS.waiverExpiring[language](id, expires), language);
}

/** The day from which the end of a waiver is announced. */
function announcedOn({ value: { expires } }: Document<WaiverDocument>, { limits }: WaiverCourt): string {
  const notice = limits.ok ? limits.limits.notice : undefined;
  return notice === undefined ? expires : (addDuration(expires, notice, -1) ?? expires);
}

function noticeTurns(waiver: Document<WaiverDocument>, court: WaiverCourt): readonly Turn[] {
  const on = announcedOn(waiver, court);
  const what = textsOf((language) => WORDS.waiverExpiring[language](waiver.value.id, waiver.value.expires));
  return [{ on, reason: "day", begins: true, what }];
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
    rests_on: [],
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
    dates: [],
  };
}
