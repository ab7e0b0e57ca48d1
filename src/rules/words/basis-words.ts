import type { PolicyBasis, PolicyDocument } from "../../model/generated/policy.ts";
import type { Language } from "../../model/language.ts";
import type { Basis } from "../../model/rule.ts";
import { say } from "./say.ts";

/** A basis with the title of its source; `proposal` is this policy's own choice, which there is nothing to verify. */
export function basisWords(
  basis: PolicyBasis,
  policy: Pick<PolicyDocument, "sources"> | undefined,
  language: Language,
): Basis {
  const sources = policy?.sources ?? {};
  const source = Object.hasOwn(sources, basis.source) ? sources[basis.source] : undefined;
  const own = basis.source === "proposal" && source === undefined;
  return {
    source: basis.source,
    provision: basis.provision ?? null,
    verified: basis.verified ?? (own || source?.verified === true),
    title: own ? say(language, "proposal") : (source?.title ?? basis.source),
  };
}
