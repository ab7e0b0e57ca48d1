import type { Document, FileProblem } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import { COMMA, type Language } from "../../model/language.ts";
import type { PolicyChange } from "../../model/set-change.ts";
import { type Report, reportInto } from "../../rules/check/report.ts";
import { isSameAnswer } from "../impact/same-answer.ts";
import { leastAfter, versionOrder } from "./semantic-version.ts";
import { LEVEL_WORDS, TEXT_CHANGED, VERSION_WORDS } from "./version-words.ts";

/** The two versions of one policy's file. */
export interface PolicyPair {
  readonly change: PolicyChange;
  readonly before: Document<PolicyDocument> | undefined;
  readonly after: Document<PolicyDocument>;
  /** Versions published before, where they are known from the history of the file. */
  readonly published?: readonly string[];
}

/** What is wrong with the version and the changelog of a policy that changed, each with its place. */
export function versionProblems(pair: PolicyPair, language: Language): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const report = reportInto(problems, pair.after);
  checkVersion(pair, report, language);
  checkChangelog(pair, report, language);
  return problems;
}

function checkVersion(
  { change, before, after, published = [] }: PolicyPair,
  report: Report,
  language: Language,
): void {
  const { id, version } = after.value;
  if (before === undefined) return;
  const { version: last, changes } = before.value;
  const { level } = change;
  const least = leastAfter(last, level);
  const used = [...published, ...changes.map((entry) => entry.version)];
  if (version === last) {
    if (level === "none") return;
    const message = VERSION_WORDS.still[language](code(id), code(last), reasonFor(change, language));
    report("/version", message, VERSION_WORDS.writeVersion[language](code(least)));
  } else if (versionOrder(version, last) < 0) {
    const again = used.includes(version)
      ? VERSION_WORDS.published[language](code(version))
      : VERSION_WORDS.notAfter[language](code(version), code(last));
    report("/version", again, VERSION_WORDS.writeLater[language](code(least)));
  } else if (used.includes(version)) {
    report(
      "/version",
      VERSION_WORDS.published[language](code(version)),
      VERSION_WORDS.writeFrom[language](code(least)),
    );
  } else if (versionOrder(version, least) < 0) {
    const message = VERSION_WORDS.tooSmall[language](code(version), code(last), reasonFor(change, language));
    report("/version", message, VERSION_WORDS.writeLater[language](code(least)));
  }
}

/** Why a change asks for the level it does. */
function reasonFor({ level, because }: PolicyChange, language: Language): string {
  const names = because.map(code);
  if (names.length === 0) return TEXT_CHANGED[language]();
  const shown = names.slice(0, MOST_NAMED).join(COMMA[language]);
  const more = names.length - MOST_NAMED;
  const some = more > 0 ? VERSION_WORDS.andMore[language](shown, String(more)) : shown;
  return LEVEL_WORDS[level][language](some);
}

const MOST_NAMED = 4;

function checkChangelog({ before, after }: PolicyPair, report: Report, language: Language): void {
  const { version, changes } = after.value;
  const [newest, previous] = changes;
  if (newest !== undefined && newest.version !== version) {
    const message = VERSION_WORDS.newestEntry[language](code(newest.version), code(version));
    report("/changes/0/version", message, VERSION_WORDS.addEntry[language](code(version)));
  }
  if (newest !== undefined && previous !== undefined && newest.date < previous.date) {
    const [one, other] = [code(newest.version), code(previous.version)];
    report(
      "/changes/0/date",
      VERSION_WORDS.datedBefore[language](one, newest.date, other, previous.date),
      VERSION_WORDS.writeDay[language](),
    );
  }
  for (const entry of before?.value.changes ?? []) {
    const kept = changes.find((one) => one.version === entry.version);
    const named = code(entry.version);
    if (kept === undefined)
      report("/changes", VERSION_WORDS.entryGone[language](named), VERSION_WORDS.keepEntries[language]());
    else if (kept.date !== entry.date || !isSameAnswer(kept.summary.en, entry.summary.en))
      report(
        `/changes/${changes.indexOf(kept)}`,
        VERSION_WORDS.entryOther[language](named),
        VERSION_WORDS.keepAsTheyAre[language](),
      );
  }
}

function code(text: string): string {
  return `\`${text}\``;
}
