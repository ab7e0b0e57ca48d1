import type { Document, FileProblem } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { PolicyChange, VersionLevel } from "../../model/set-change.ts";
import { type Report, reportInto } from "../../rules/check/report.ts";
import { isSameAnswer } from "../impact/same-answer.ts";
import { leastAfter, versionOrder } from "./semantic-version.ts";

/** The two versions of one policy's file. */
export interface PolicyPair {
  readonly change: PolicyChange;
  readonly before: Document<PolicyDocument> | undefined;
  readonly after: Document<PolicyDocument>;
  /** Versions published before, where they are known from the history of the file. */
  readonly published?: readonly string[];
}

/** What is wrong with the version and the changelog of a policy that changed, each with its place. */
export function versionProblems(pair: PolicyPair): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const report = reportInto(problems, pair.after);
  checkVersion(pair, report);
  checkChangelog(pair, report);
  return problems;
}

function checkVersion({ change, before, after, published = [] }: PolicyPair, report: Report): void {
  const { id, version } = after.value;
  if (before === undefined) return;
  const { version: last, changes } = before.value;
  const { level } = change;
  const least = leastAfter(last, level);
  const used = [...published, ...changes.map((entry) => entry.version)];
  if (version === last) {
    if (level === "none") return;
    const message = `\`${id}\` changed and its version is still \`${last}\`: ${reasonFor(change)}`;
    report("/version", message, `write \`${least}\`, and an entry for it under \`changes\``);
  } else if (versionOrder(version, last) < 0) {
    const again = used.includes(version)
      ? `\`${version}\` was published already`
      : `\`${version}\` is not after \`${last}\``;
    report("/version", again, `write \`${least}\` or a later version`);
  } else if (used.includes(version)) {
    report("/version", `\`${version}\` was published already`, `write a later version, from \`${least}\``);
  } else if (versionOrder(version, least) < 0) {
    const message = `\`${version}\` is too small a step from \`${last}\`: ${reasonFor(change)}`;
    report("/version", message, `write \`${least}\` or a later version`);
  }
}

/** Why a change asks for the level it does. */
function reasonFor({ level, because }: PolicyChange): string {
  const names = because.map((name) => `\`${name}\``);
  const some =
    names.length > 4 ? `${names.slice(0, 4).join(", ")} and ${names.length - 4} more` : names.join(", ");
  return some === "" ? `its text changed, which asks for a ${level} version` : `${some} ${WHY[level]}`;
}

const WHY: Readonly<Record<VersionLevel, string>> = {
  major: "would be stricter somewhere, or may be, which asks for a major version",
  minor: "would be laxer and nowhere stricter, which asks for a minor version",
  patch: "would be said otherwise, which asks for a patch version",
  none: "would be the same",
};

function checkChangelog({ before, after }: PolicyPair, report: Report): void {
  const { version, changes } = after.value;
  const [newest, previous] = changes;
  if (newest !== undefined && newest.version !== version) {
    const message = `the newest entry under \`changes\` is for \`${newest.version}\`, and the policy is \`${version}\``;
    report(
      "/changes/0/version",
      message,
      `add an entry for \`${version}\` as the first, with what it changed`,
    );
  }
  if (newest !== undefined && previous !== undefined && newest.date < previous.date) {
    const message = `version \`${newest.version}\` is dated ${newest.date}, before \`${previous.version}\` of ${previous.date}`;
    report("/changes/0/date", message, "write the day the version is published");
  }
  for (const entry of before?.value.changes ?? []) {
    const kept = changes.find((one) => one.version === entry.version);
    if (kept === undefined)
      report(
        "/changes",
        `the entry for \`${entry.version}\` is gone`,
        "keep the entries of published versions",
      );
    else if (kept.date !== entry.date || !isSameAnswer(kept.summary.en, entry.summary.en))
      report(
        `/changes/${changes.indexOf(kept)}`,
        `the entry for \`${entry.version}\` says something else than when it was published`,
        "keep the entries of published versions as they are, translations aside",
      );
  }
}
