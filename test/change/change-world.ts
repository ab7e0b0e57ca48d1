import type { Bundle } from "../../src/engine/bundle.ts";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import type { Submitted } from "../../src/engine/submitted.ts";
import type { FileProblem } from "../../src/model/document.ts";
import type { PolicyDocument } from "../../src/model/generated/policy.ts";
import type { RegistryDocument } from "../../src/model/generated/registry.ts";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import type { RuleSet } from "../../src/model/rule.ts";
import type { Source } from "../../src/model/source.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { compileRules } from "../../src/rules/compile-rules.ts";
import { sourcesUnder } from "../load-repository.ts";

/** The shipped policies, and the examples with all that stands beside their manifests. */
export const SOURCES: readonly Source[] = [
  ...sourcesUnder("policies"),
  ...sourcesUnder("examples").filter(
    ({ file }) => file.endsWith(".yaml") && !file.endsWith("/expected.yaml"),
  ),
];

/** Manifests of the examples. */
export const SUBMITTED: readonly Submitted[] = SOURCES.filter(({ file }) => file.includes("/manifests/")).map(
  (source) => ({ source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) }),
);

/** Sources with a text of one file exchanged, at every place it stands; one that stands nowhere is a mistake. */
export function edited(
  file: string,
  edits: Readonly<Record<string, string>>,
  sources: readonly Source[] = SOURCES,
): readonly Source[] {
  return sources.map((source) => {
    if (source.file !== file) return source;
    const text = Object.entries(edits).reduce((before, [from, to]) => {
      if (!before.includes(from)) throw new Error(`\`${from}\` does not stand in ${file}`);
      return before.replaceAll(from, to);
    }, new TextDecoder().decode(source.bytes));
    return { ...source, bytes: new TextEncoder().encode(text) };
  });
}

/** A bundle that has to be sound. */
export function soundBundle(sources: readonly Source[]): Bundle {
  const { bundle, problems } = loadBundle(sources, { gate: false });
  if (problems.length > 0) throw new Error(said(problems));
  return bundle;
}

/** A bundle with one policy in another form; `undefined` where the checker refuses it. */
export function withPolicy(bundle: Bundle, value: PolicyDocument): Bundle | undefined {
  const policyDocuments = bundle.policyDocuments.map((document) =>
    document.value.id === value.id ? { ...document, value } : document,
  );
  const { policies, problems } = checkPolicies(policyDocuments, vocabulary);
  if (problems.length > 0) return undefined;
  const compiled = new Map<string, RuleSet>();
  return {
    ...bundle,
    policyDocuments,
    policies,
    policiesIn: () => policies,
    rulesOn(asOf) {
      const rules =
        compiled.get(asOf) ?? compileRules(policies, { asOf, packs: bundle.plan?.value.packs ?? {} });
      compiled.set(asOf, rules);
      return rules;
    },
  };
}

/** A bundle whose registry has one file in another form. */
export function withRegistry(bundle: Bundle, file: string, value: RegistryDocument): Bundle {
  const registryDocuments = bundle.registryDocuments.map((document) =>
    document.file === file ? { ...document, value } : document,
  );
  return {
    ...bundle,
    registryDocuments,
    registry: createRegistry(registryDocuments.map((document) => document.value)),
    digests: { ...bundle.digests, registry: "sha256:other" },
  };
}

function said(problems: readonly FileProblem[]): string {
  return problems.map(({ location, message }) => `${location.file}:${location.line}: ${message}`).join("\n");
}
