import type { Bundle } from "../../engine/bundle.ts";
import { ENGINE_VERSION } from "../../engine/engine-version.ts";
import type { ChangedRule, SetComparison } from "../../model/comparison.ts";
import { type Language, textIn } from "../../model/language.ts";
import type { LadderChange, MunicipalChange, RuleChange, SetChange } from "../../model/set-change.ts";
import { compareRule } from "../../rules/compare/compare-rule.ts";
import { ruleForm } from "../../rules/compare/rule-form.ts";
import { type RuleVersion, ruleVersions } from "../../rules/compare/rule-version.ts";
import type { Vocabulary } from "../../rules/vocabulary.ts";
import { registryEntries } from "../impact/registry-entries.ts";
import { setOf } from "../impact/set-of.ts";
import { shownEntry } from "../impact/shown-entry.ts";
import { policyChanges } from "../versions/policy-changes.ts";
import { fileEntries, packChanges } from "./file-entries.ts";
import { showTierCase } from "./show-case.ts";
import { showComparison } from "./show-comparison.ts";

/** Puts into words of any language how two bundles differ, their sets of policies compared already. */
export function describeChange(
  before: Bundle,
  after: Bundle,
  compared: SetComparison,
  asOf: string,
): (language: Language) => SetChange {
  const { vocabulary } = after.policies;
  const [old, now] = [ruleVersions(setOf(before)), ruleVersions(setOf(after))];
  const municipal = municipalComparisons(before, after, asOf);
  const policies = policyChanges({ before, after, versions: [old, now], compared, since: asOf });
  const registry = registryEntries(registryOf(before), registryOf(after));
  return (language) => ({
    schema: "bylaw/diff/v1",
    engine: ENGINE_VERSION,
    as_of: asOf,
    whole: showComparison({ ...compared.whole, spans: compared.spans }, vocabulary, language),
    rules: compared.rules.map((rule) => ruleChange(rule, now.get(rule.rule) ?? old.get(rule.rule), language)),
    unchanged: compared.unchanged,
    ladder: ladderChange(compared.ladder, vocabulary, language),
    policies,
    municipal: municipal.map(({ municipality, rules }) => ({
      municipality,
      rules: rules.map(({ compared, version }) => ruleChange(compared, version, language)),
    })),
    packs: packChanges(before, after),
    files: fileEntries(before, after),
    registry: registry.map((entry) => shownEntry(entry, language)),
  });
}

function registryOf({ registryDocuments, registry }: Bundle) {
  return { documents: registryDocuments.map(({ value }) => value), registry };
}

/** A rule that differs, as people read it. */
function ruleChange(compared: ChangedRule, version: RuleVersion | undefined, language: Language): RuleChange {
  if (version === undefined) throw new Error(`no version has rule ${compared.rule}`);
  return {
    rule: compared.rule,
    title: textIn(version.rule.written.title, language),
    policy: version.policy.document.value.id,
    status: compared.status,
    masked_by: compared.maskedBy,
    ...showComparison(compared, version.set.policies.vocabulary, language),
  };
}

function ladderChange(
  ladder: SetComparison["ladder"],
  vocabulary: Vocabulary,
  language: Language,
): LadderChange | null {
  if (ladder === undefined) return null;
  const { kind, tighter, looser, reasons } = ladder;
  return {
    kind,
    reasons,
    tighter: tighter === undefined ? null : showTierCase(tighter, vocabulary, language),
    looser: looser === undefined ? null : showTierCase(looser, vocabulary, language),
  };
}

interface MunicipalComparison extends Pick<MunicipalChange, "municipality"> {
  readonly rules: readonly { readonly compared: ChangedRule; readonly version: RuleVersion | undefined }[];
}

/** The rules that differ in a municipality by its overlays, those aside that differ alike for everyone. */
function municipalComparisons(before: Bundle, after: Bundle, asOf: string): readonly MunicipalComparison[] {
  const all = [...before.overlays, ...after.overlays].map(({ value }) => value.municipality);
  const names = new Map(all.map(({ cbs_code, name }) => [cbs_code, name]));
  const everyone = [ruleVersions(setOf(before)), ruleVersions(setOf(after))].map(formsOf);
  return [...names].sort().flatMap(([code, name]) => {
    const [old, now] = [ruleVersions(setOf(before, code)), ruleVersions(setOf(after, code))];
    const own = [old, now].map(formsOf);
    const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
    const rules = ids.flatMap((id) => {
      const isAlike = own.every((forms, side) => forms.get(id) === everyone[side]?.get(id));
      if (isAlike || own[0]?.get(id) === own[1]?.get(id)) return [];
      const versions = [old.get(id), now.get(id)] as const;
      const context = { vocabulary: after.policies.vocabulary, today: asOf, since: asOf };
      const status = versions[0] === undefined ? "added" : versions[1] === undefined ? "removed" : "changed";
      const compared: ChangedRule = { ...compareRule(...versions, context), status, maskedBy: [] };
      return [{ compared, version: versions[1] ?? versions[0] }];
    });
    return rules.length === 0 ? [] : [{ municipality: { cbs_code: code, name }, rules }];
  });
}

function formsOf(versions: ReadonlyMap<string, RuleVersion>): ReadonlyMap<string, string> {
  return new Map([...versions].map(([id, version]) => [id, ruleForm(version)]));
}
