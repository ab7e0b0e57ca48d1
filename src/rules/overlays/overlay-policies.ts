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
import { type OverlaidFrom, proveOverlays } from "./prove-overlays.ts";

/** What overlays are laid over: policies that were checked and found sound. */
export interface OverlayBase {
  readonly documents: readonly Document<PolicyDocument>[];
  readonly policies: CheckedPolicies;
  readonly packs: Packs;
  readonly vocabulary: VocabularyDocument;
}

/** The policies of one municipality. */
export interface OverlaidPolicies {
  readonly policies: CheckedPolicies;
  /** Whether an overlay adds a rule, or one of its values is in force in it on a date. */
  isOverlaid(rule: CheckedRule, asOf: string): boolean;
}

/**
 * The policies with all overlays of one municipality, where these are sound and nowhere looser; else
 * `undefined`, with what is refused and where it stands in the overlays.
 */
export function overlayPolicies(
  base: OverlayBase,
  overlays: readonly Document<OverlayDocument>[],
): { readonly overlaid: OverlaidPolicies | undefined; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const byPolicy = new Map<string, Document<OverlayDocument>>();
  for (const overlay of overlays) {
    const report = reportInto(problems, overlay);
    const { policy } = overlay.value;
    const earlier = byPolicy.get(policy);
    if (earlier === undefined) byPolicy.set(policy, overlay);
    else
      report("/policy", `\`${earlier.file}\` adds to \`${policy}\` already`, "write both into one overlay");
    checkOverlay(overlay, base.policies, report);
  }
  if (problems.length > 0) return { overlaid: undefined, problems };

  const merged = new Map<string, MergedPolicy>();
  for (const document of base.documents) {
    const overlay = byPolicy.get(document.value.id);
    if (overlay !== undefined) merged.set(document.value.id, mergeOverlay(document, overlay));
  }
  const documents = base.documents.map((document) => merged.get(document.value.id)?.document ?? document);
  const { policies, problems: found } = checkPolicies(documents, base.vocabulary);
  if (found.length > 0) return { overlaid: undefined, problems: found.map(broughtAbout) };

  const { packs, vocabulary } = base;
  const from: OverlaidFrom = ({ policy, name }) =>
    byPolicy.get(policy)?.value.parameters?.[name]?.values[0].from;
  const refused = proveOverlays({ policies: base.policies, packs }, { policies, packs }, from, vocabulary);
  if (refused.length > 0) {
    return {
      overlaid: undefined,
      problems: refused.flatMap(({ parameter, on, message, help, witness }) => {
        const index = parameter.values.findLastIndex((dated) => dated.from <= on);
        const pointer = `${parameter.pointer}/values/${index}/value`;
        const place = merged.get(parameter.policy)?.inOverlay(pointer) ?? "";
        const overlay = byPolicy.get(parameter.policy);
        return overlay === undefined ? [] : problemAt(overlay, place, { message, help, witness });
      }),
    };
  }
  const known = new Set(base.policies.policies.flatMap(({ rules }) => rules.map(({ id }) => id)));
  const isInForce = (day: string | undefined, asOf: string) => day !== undefined && day <= asOf;
  return {
    overlaid: {
      policies,
      isOverlaid: (rule, asOf) =>
        !known.has(rule.id) ||
        parametersBehind(rule, policies.definitions).some((parameter) => isInForce(from(parameter), asOf)),
    },
    problems: [],
  };

  /** A problem that the policies have only with an overlay stands in the overlay. */
  function broughtAbout(problem: FileProblem): FileProblem {
    const { location, pointer, message, help } = problem;
    for (const [id, overlay] of byPolicy) {
      if (location.file !== overlay.file) continue;
      return { ...problem, kind: "Overlay", pointer: merged.get(id)?.inOverlay(pointer) ?? pointer };
    }
    const [overlay] = overlays;
    const there = `with this overlay, at ${location.file}:${location.line}: ${message}`;
    return (overlay && problemAt(overlay, "", { message: there, help })[0]) ?? problem;
  }
}

function problemAt(
  overlay: Document<OverlayDocument>,
  pointer: string,
  {
    message,
    help,
    witness,
  }: Pick<FileProblem, "message" | "help"> & { readonly witness?: string | undefined },
): readonly FileProblem[] {
  const found: FileProblem[] = [];
  reportInto(found, overlay)(pointer, message, help);
  return found.map((problem) => (witness === undefined ? problem : { ...problem, witness }));
}
