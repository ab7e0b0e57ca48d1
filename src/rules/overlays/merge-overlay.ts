import type { Document } from "../../model/document.ts";
import type { OverlayDocument } from "../../model/generated/overlay.ts";
import type {
  PolicyBasis,
  PolicyDocument,
  PolicyParameter,
  PolicyRule,
} from "../../model/generated/policy.ts";

/** A policy as one municipality has it: with the values and rules of an overlay. */
export interface MergedPolicy {
  /** What comes from the overlay is located in the overlay's file. */
  readonly document: Document<PolicyDocument>;
  readonly overlay: Document<OverlayDocument>;
  /** Where in the overlay stands what has a pointer in `document`; `undefined` for what is the policy's. */
  inOverlay(pointer: string): string | undefined;
}

/**
 * Puts an overlay into its policy. A parameter keeps the policy's values until the overlay's first date, and
 * has the overlay's alone from then on.
 */
export function mergeOverlay(
  policy: Document<PolicyDocument>,
  overlay: Document<OverlayDocument>,
): MergedPolicy {
  const { value } = policy;
  const { municipality, title, sources = {}, parameters = {}, rules = [] } = overlay.value;
  const ownSource = `overlay-${municipality.cbs_code}`;
  const owned = <T extends { readonly basis: PolicyBasis }>(dated: T): T => ({
    ...dated,
    basis: basisOf(dated.basis, ownSource),
  });
  const earlier = new Map<string, number>();
  const merged = Object.entries(value.parameters ?? {}).map(([name, written]): [string, PolicyParameter] => {
    const own = parameters[name]?.values;
    if (own === undefined) return [name, written];
    const kept = written.values.filter(({ from }) => from < own[0].from);
    earlier.set(name, kept.length);
    const [first, ...rest] = [...kept, ...own.map(owned)];
    return [name, first === undefined ? written : { ...written, values: [first, ...rest] }];
  });
  const inOverlay = (pointer: string): string | undefined => {
    const [, block = "", key = "", list, index, ...rest] = pointer.split("/");
    if (block === "sources" && Object.hasOwn(sources, key)) return pointer;
    const kept = block === "parameters" && list === "values" ? earlier.get(key) : undefined;
    if (kept !== undefined && Number(index) >= kept)
      return ["", block, key, list, Number(index) - kept, ...rest].join("/");
    if (block !== "rules" || !(Number(key) >= value.rules.length)) return undefined;
    return ["", block, Number(key) - value.rules.length, ...pointer.split("/").slice(3)].join("/");
  };
  return {
    document: {
      ...policy,
      value: {
        ...value,
        sources: {
          ...value.sources,
          ...sources,
          [ownSource]: { title: `${municipality.name}: ${title.en}`, kind: "proposal", verified: true },
        },
        ...(value.parameters && { parameters: Object.fromEntries(merged) }),
        rules: [
          ...value.rules,
          ...rules.map(
            (rule): PolicyRule => ({
              ...rule,
              ...(rule.basis && { basis: rule.basis.map((basis) => basisOf(basis, ownSource)) }),
            }),
          ),
        ],
      },
      locate: (pointer) => {
        const own = inOverlay(pointer);
        return own === undefined ? policy.locate(pointer) : overlay.locate(own);
      },
      locateKey: (pointer) => {
        const own = inOverlay(pointer);
        return own === undefined ? policy.locateKey(pointer) : overlay.locateKey(own);
      },
    },
    overlay,
    inOverlay,
  };
}

/** What is the municipality's own choice is none of the policy's. */
function basisOf(basis: PolicyBasis, ownSource: string): PolicyBasis {
  return basis.source === "proposal" ? { ...basis, source: ownSource } : basis;
}
