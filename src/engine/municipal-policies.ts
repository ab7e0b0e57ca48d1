import { sameCode } from "../facts/municipality-code.ts";
import type { Document, FileProblem } from "../model/document.ts";
import type { OverlayDocument } from "../model/generated/overlay.ts";
import type { CompiledRule, RuleSet } from "../model/rule.ts";
import type { CheckedPolicies, CheckedRule } from "../rules/checked-policies.ts";
import { compileRules } from "../rules/compile-rules.ts";
import { type OverlayBase, overlayPolicies } from "../rules/overlays/overlay-policies.ts";

/** A rule that an overlay adds: what a waiver for it is held against, and what it looks at. */
export interface AddedRule extends Pick<CompiledRule, "id" | "owner" | "waivable"> {
  readonly subjects: readonly string[];
}

/** The policies of municipalities that have overlays; everyone else has the base's. */
export interface MunicipalPolicies {
  readonly added: readonly AddedRule[];
  readonly problems: readonly FileProblem[];
  /** The policies of a municipality by its CBS code; `undefined` where it has no overlay. */
  policiesIn(code: string): CheckedPolicies | undefined;
  /** Its rules on a date, compiled once for each date asked for. */
  rulesIn(code: string, asOf: string): RuleSet | undefined;
}

/** Lays the overlays of each municipality over the policies. A municipality with a refused one keeps the base's. */
export function municipalPolicies(
  base: OverlayBase,
  overlays: readonly Document<OverlayDocument>[],
): MunicipalPolicies {
  const problems: FileProblem[] = [];
  const byCode = new Map<string, { policies: CheckedPolicies; rulesOn: (asOf: string) => RuleSet }>();
  for (const [code, own] of groups(overlays)) {
    const { overlaid, problems: found } = overlayPolicies(base, own);
    problems.push(...found);
    if (overlaid === undefined) continue;
    const { policies, isOverlaid } = overlaid;
    const compiled = new Map<string, RuleSet>();
    const label = buildLabel(base, own, code);
    const rulesOn = (asOf: string): RuleSet => {
      const build = (rule: CheckedRule) => (isOverlaid(rule, asOf) ? label : undefined);
      const rules = compiled.get(asOf) ?? compileRules(policies, { asOf, packs: base.packs, build });
      compiled.set(asOf, rules);
      return rules;
    };
    byCode.set(code, { policies, rulesOn });
  }
  const find = (code: string) => (byCode.size === 0 ? undefined : byCode.get(sameCode(code)));
  return {
    added: overlays.flatMap((overlay) => addedRules(base, overlay)),
    problems,
    policiesIn: (code) => find(code)?.policies,
    rulesIn: (code, asOf) => find(code)?.rulesOn(asOf),
  };
}

function groups(
  overlays: readonly Document<OverlayDocument>[],
): ReadonlyMap<string, readonly Document<OverlayDocument>[]> {
  const found = new Map<string, Document<OverlayDocument>[]>();
  for (const overlay of overlays) {
    const code = sameCode(overlay.value.municipality.cbs_code);
    found.set(code, [...(found.get(code) ?? []), overlay]);
  }
  return found;
}

function addedRules(base: OverlayBase, { value }: Document<OverlayDocument>): readonly AddedRule[] {
  const owner = base.documents.find((policy) => policy.value.id === value.policy)?.value.owner;
  if (owner === undefined) return [];
  return (value.rules ?? []).map(({ id, subject, clauses = [], waivable = true }) => ({
    id,
    owner,
    waivable,
    subjects: [subject, ...clauses.map((clause) => clause.subject)].map(
      (name) => name ?? subject ?? "system",
    ),
  }));
}

/** As build metadata of a semantic version: `il-9901`. */
function buildLabel(
  { documents }: OverlayBase,
  [overlay]: readonly Document<OverlayDocument>[],
  code: string,
): string {
  const policy = documents.find(({ value }) => value.id === overlay?.value.policy);
  return `${(policy?.value.jurisdiction ?? "").toLowerCase()}-${code}`;
}
