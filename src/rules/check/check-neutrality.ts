import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { CheckedClause, CheckedDefinition, CheckedRule } from "../checked-policies.ts";
import type { Vocabulary } from "../vocabulary.ts";
import { checkBlindness } from "./check-blindness.ts";
import { reachedTiers } from "./reached-tiers.ts";
import { type Read, readsOfClause } from "./reads.ts";
import type { Report } from "./report.ts";

/**
 * Holds one rule to VEN-14 (no rule on a supplier's country alone, no effect above `warn` at T1 from what
 * the registry says of a supplier), to `reads_country`, and a vendor-blind policy to its blindness.
 */
export function checkNeutrality(
  rule: CheckedRule,
  policy: PolicyDocument,
  vocabulary: Vocabulary,
  definitions: ReadonlyMap<string, CheckedDefinition>,
  report: Report,
): boolean {
  const sound = rule.clauses.map((clause) => {
    const reads = readsOfClause(clause, definitions);
    return (
      checkScope(clause, reads, vocabulary, report) &&
      checkCountryAlone(reads, report) &&
      checkLowestTier(clause, reads, vocabulary, report) &&
      checkBlindness(policy, reads, report)
    );
  });
  return checkFlag(rule, definitions, report) && sound.every(Boolean);
}

/** A definition must not bring in what cannot be read at the clause's subject. */
function checkScope(
  clause: CheckedClause,
  reads: readonly Read[],
  vocabulary: Vocabulary,
  report: Report,
): boolean {
  const subject = vocabulary.subjects.get(clause.subject);
  const stray = reads.find(
    ({ fact, through }) => through.length > 0 && fact.subject === "system" && subject?.staged === false,
  );
  if (stray === undefined) return true;
  const message = `\`${stray.fact.name}\` is out of scope; \`${stray.through.join("`, `")}\` reads it`;
  report(
    stray.pointer,
    message,
    `read something of \`${clause.subject}\` instead, which belongs to no one system`,
  );
  return false;
}

/** Date and tier alone do not make a rule about more than the country. */
function checkCountryAlone(reads: readonly Read[], report: Report): boolean {
  const substance = reads.filter(({ fact }) => fact.name !== "today" && !fact.name.endsWith(".tier"));
  const first = substance.find(({ fact }) => fact.country);
  if (first === undefined || substance.some(({ fact }) => !fact.country)) return true;
  const message = `\`${first.fact.name}\` is all this reads: no rule rests on a supplier's country alone (VEN-14)`;
  report(first.pointer, message, "add a condition on evidence other than the country");
  return false;
}

function checkLowestTier(
  clause: CheckedClause,
  reads: readonly Read[],
  vocabulary: Vocabulary,
  report: Report,
): boolean {
  const subject = vocabulary.subjects.get(clause.subject);
  if (subject === undefined || !reachedTiers(clause, subject).includes("T1")) return true;
  const read =
    clause.effect.T1 === "block" || clause.effect.T1 === "approve"
      ? reads.find(({ fact }) => fact.vendor)
      : undefined;
  if (read === undefined) return true;
  const message = `effect \`${clause.effect.T1}\` at T1 rests on \`${read.fact.name}\`, which is about the supplier (VEN-14)`;
  report(
    read.pointer,
    message,
    "set the effect at T1 to `warn` or `note`, or let `when` ask for a higher tier",
  );
  return false;
}

function checkFlag(
  rule: CheckedRule,
  definitions: ReadonlyMap<string, CheckedDefinition>,
  report: Report,
): boolean {
  const read = rule.clauses
    .flatMap((clause) => readsOfClause(clause, definitions))
    .find(({ fact }) => fact.country);
  const flagged = rule.written.reads_country === true;
  if (flagged === (read !== undefined)) return true;
  if (read === undefined) {
    const message = `\`${rule.id}\` says \`reads_country\` and reads no supplier's country`;
    report(`${rule.pointer}/reads_country`, message, "remove `reads_country`", "key");
  } else {
    const message = `\`${read.fact.name}\` depends on a supplier's country, and \`${rule.id}\` does not say so`;
    report(read.pointer, message, "add `reads_country: true` to the rule");
  }
  return false;
}
