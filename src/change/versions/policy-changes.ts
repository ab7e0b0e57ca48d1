import type { Bundle } from "../../engine/bundle.ts";
import type { ComparisonKind, RuleComparison, SetComparison } from "../../model/comparison.ts";
import type { Document, JsonValue } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { PolicyChange, VersionLevel } from "../../model/set-change.ts";
import type { CheckedPolicies } from "../../rules/checked-policies.ts";
import { compareRule } from "../../rules/compare/compare-rule.ts";
import { formOf } from "../../rules/compare/rule-form.ts";
import type { RuleVersion } from "../../rules/compare/rule-version.ts";
import { ladderRestsOn, restsOn } from "../../rules/rests-on.ts";
import { isSameAnswer } from "../impact/same-answer.ts";
import { engineValueChanges } from "./engine-values.ts";
import { placesIn } from "./text-places.ts";

type RuleVersions = ReadonlyMap<string, RuleVersion>;

/** What of a set a policy's version answers for. */
export interface SetPair {
  readonly before: Pick<Bundle, "policies" | "policyDocuments">;
  readonly after: Pick<Bundle, "policies" | "policyDocuments">;
  /** The rules of both by their ids. */
  readonly versions: readonly [before: RuleVersions, after: RuleVersions];
  readonly compared: Pick<SetComparison, "rules" | "ladder">;
  /** Values before this day do not matter any more. */
  readonly since: string;
}

/**
 * Each policy file that says something else than before, with the level its version has to move by: that of
 * its own rules, and of the rules of others and the ladder that rest on its definitions.
 */
export function policyChanges(pair: SetPair): readonly PolicyChange[] {
  const [old, now] = [byId(pair.before.policyDocuments), byId(pair.after.policyDocuments)];
  const engine = engineValueChanges(pair.before.policies, pair.after.policies, pair.since);
  const ids = [...new Set([...old.keys(), ...now.keys()])].sort();
  return ids.flatMap((id) => {
    const [earlier, later] = [old.get(id), now.get(id)];
    const texts = differingPlaces(earlier, later);
    const shown = later ?? earlier;
    if (shown === undefined || isSameAnswer(earlier?.value, later?.value)) return [];
    const moved = new Set(movedDefinitions(id, pair.before.policies, pair.after.policies));
    const rules = pair.compared.rules.filter((rule) => answersFor(id, moved, rule, pair));
    const causes = [
      ...rules.map(({ rule, kind }) => ({ name: rule, kind })),
      ...(pair.compared.ladder !== undefined && isInLadder(id, moved, pair)
        ? [{ name: "tiers", kind: pair.compared.ladder.kind }]
        : []),
      ...engine.filter(({ policy }) => policy === id).map(({ name, kind }) => ({ name, kind })),
      ...(earlier !== undefined && later !== undefined ? unseenCauses(earlier.value, later.value) : []),
      ...rules.filter((rule) => rewritesPast(rule, pair)).map(({ rule }) => pastOf(rule, pair.since)),
    ];
    const level = levelOf(
      causes.map(({ kind }) => kind),
      texts.length > 0,
    );
    return [
      {
        policy: id,
        file: shown.file,
        before: earlier?.value.version ?? null,
        after: later?.value.version ?? null,
        level,
        because: causes.filter(({ kind }) => levelOf([kind], true) === level).map(({ name }) => name),
        texts,
      },
    ];
  });
}

/** What no rule shows and verdicts rest on all the same: the owner decides whose approvals and waivers count. */
function unseenCauses(before: PolicyDocument, after: PolicyDocument) {
  return before.owner === after.owner ? [] : [{ name: "owner", kind: "mixed" as const }];
}

/** Whether a rule that decides the same from now on would decide otherwise on a day that is past: what was said then could not be said again. */
function rewritesPast(
  { rule, kind }: RuleComparison,
  { since, versions, after: { policies } }: SetPair,
): boolean {
  const [old, now] = versions.map((side) => side.get(rule));
  if (kind !== "same" || old === undefined || now === undefined) return false;
  const context = { vocabulary: policies.vocabulary, today: since, since: FIRST_DAY };
  return compareRule(old, now, context).kind !== "same";
}

const FIRST_DAY = "0001-01-01";

function pastOf(rule: string, since: string) {
  return { name: `${rule} < ${since}`, kind: "mixed" as const };
}

/** Stricter somewhere, or undecided: major. Only laxer: minor. The same in other words: patch. */
function levelOf(kinds: readonly ComparisonKind[], isOther: boolean): VersionLevel {
  if (kinds.some((kind) => kind !== "same" && kind !== "looser")) return "major";
  if (kinds.includes("looser")) return "minor";
  return isOther ? "patch" : "none";
}

function byId(documents: readonly Document<PolicyDocument>[]): ReadonlyMap<string, Document<PolicyDocument>> {
  return new Map(documents.map((document) => [document.value.id, document]));
}

/** Names of values that differ, the version and the changelog left aside. */
function differingPlaces(
  before: Document<PolicyDocument> | undefined,
  after: Document<PolicyDocument> | undefined,
): readonly string[] {
  if (before === undefined || after === undefined) return [];
  // A policy was parsed from YAML, so it is a JSON value.
  const [old, now] = [before, after].map(({ value }) => placesIn(value as unknown as JsonValue));
  const names = [...new Set([...(old?.keys() ?? []), ...(now?.keys() ?? [])])];
  return names.filter(
    (name) =>
      !/^(version$|changes )/.test(name) && !isSameAnswer(old?.get(name)?.value, now?.get(name)?.value),
  );
}

/** Definitions of a policy that mean something else, or are on one side alone. */
function movedDefinitions(id: string, before: CheckedPolicies, after: CheckedPolicies): readonly string[] {
  const names = [...before.definitions.keys(), ...after.definitions.keys()];
  const meaning = ({ definitions }: CheckedPolicies, name: string) => {
    const definition = definitions.get(name);
    return definition?.policy === id ? formOf(definition.means, [], definitions) : undefined;
  };
  return names.filter((name) => meaning(before, name) !== meaning(after, name));
}

/** Whether a rule that differs is the policy's own, or rests on a definition of it that means something else. */
function answersFor(
  id: string,
  moved: ReadonlySet<string>,
  { rule }: RuleComparison,
  { before, after }: SetPair,
): boolean {
  return [before, after].some(({ policies }) =>
    policies.policies.some(({ document, rules }) => {
      const own = rules.find((candidate) => candidate.id === rule);
      return own !== undefined && (document.value.id === id || restsOn(own, moved, policies));
    }),
  );
}

function isInLadder(id: string, moved: ReadonlySet<string>, { before, after }: SetPair): boolean {
  return [before, after].some(({ policies }) => {
    const policy = policies.policies.find(({ document }) => document.value.id === id);
    return policy?.document.value.tiers !== undefined || ladderRestsOn(moved, policies);
  });
}
