import type { Document, FileProblem } from "../../model/document.ts";
import type { OverlayDocument } from "../../model/generated/overlay.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { VocabularyDocument } from "../../model/generated/vocabulary.ts";
import { reportInto } from "../check/report.ts";
import { checkPolicies } from "../check-policies.ts";
import type { CheckedPolicies, CheckedRule } from "../checked-policies.ts";
import type { Packs } from "../compare/rule-version.ts";
import { parametersBehind } from "../parameters-behind.ts";
import { checkOverlay } from "./check-overlay.ts";
import { type MergedPolicy, mergeOverlay } from "./merge-overlay.ts";
import { mergedProblem, refusedProblem } from "./overlay-problem.ts";
import { type OverlaidFrom, proveOverlays } from "./prove-overlays.ts";

/** What overlays are laid over: policies that were checked and found sound. */
export interface OverlayBase {
  readonly documents: readonly Document<PolicyDocument>[];
  readonly policies: CheckedPolicies;
  readonly packs: Packs;
  readonly vocabulary: VocabularyDocument;
}

/** The policies of one municipality. */
interface OverlaidPolicies {
  readonly policies: CheckedPolicies;
  /** Whether an overlay adds a rule, or one of its values is in force in it on a date. */
  isOverlaid(rule: CheckedRule, asOf: string): boolean;
}

/** Sound policies, or what is wrong with the overlays. */
interface Overlaid {
  readonly overlaid: OverlaidPolicies | undefined;
  readonly problems: readonly FileProblem[];
}

/**
 * The policies with all overlays of one municipality, where these are sound and nowhere looser; else
 * `undefined`, with what is refused and where it stands in the overlays.
 */
export function overlayPolicies(base: OverlayBase, overlays: readonly Document<OverlayDocument>[]): Overlaid {
  const named = checkNames(base, overlays);
  if (named.length > 0) return { overlaid: undefined, problems: named };

  const byPolicy = new Map(overlays.map((overlay) => [overlay.value.policy, overlay]));
  const merged = new Map<string, MergedPolicy>();
  const documents = base.documents.map((document) => {
    const overlay = byPolicy.get(document.value.id);
    if (overlay === undefined) return document;
    const policy = mergeOverlay(document, overlay);
    merged.set(document.value.id, policy);
    return policy.document;
  });
  const { policies, problems } = checkPolicies(documents, base.vocabulary);
  if (problems.length > 0) {
    return { overlaid: undefined, problems: problems.flatMap((problem) => mergedProblem(problem, merged)) };
  }

  const from: OverlaidFrom = ({ policy, name }) =>
    byPolicy.get(policy)?.value.parameters?.[name]?.values[0].from;
  const { packs, vocabulary } = base;
  const refused = proveOverlays({ policies: base.policies, packs }, { policies, packs }, from, vocabulary);
  if (refused.length > 0) {
    return { overlaid: undefined, problems: refused.flatMap((one) => refusedProblem(one, merged)) };
  }
  const known = new Set(base.policies.policies.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const isOverlaid = (rule: CheckedRule, asOf: string) =>
    !known.has(rule.id) ||
    parametersBehind(rule, policies.definitions).some((parameter) => (from(parameter) ?? LATER) <= asOf);
  return { overlaid: { policies, isOverlaid }, problems: [] };
}

/** After every date. */
const LATER = "~";

function checkNames(
  base: OverlayBase,
  overlays: readonly Document<OverlayDocument>[],
): readonly FileProblem[] {
  const problems: FileProblem[] = [];
  const files = new Map<string, string>();
  for (const overlay of overlays) {
    const report = reportInto(problems, overlay);
    const { policy } = overlay.value;
    const earlier = files.get(policy);
    if (earlier === undefined) files.set(policy, overlay.file);
    else report("/policy", `\`${earlier}\` adds to \`${policy}\` already`, "write both into one overlay");
    checkOverlay(overlay, base.policies, report);
  }
  return problems;
}
