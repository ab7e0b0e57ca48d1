import type { Document, DocumentKind, FileProblem } from "../model/document.ts";
import type { ArrangementDocument } from "../model/generated/arrangement.ts";
import type { ConfigurationDocument } from "../model/generated/configuration.ts";
import type { OverlayDocument } from "../model/generated/overlay.ts";
import type { PlanDocument } from "../model/generated/plan.ts";
import type { PolicyDocument } from "../model/generated/policy.ts";
import type { RegistryDocument } from "../model/generated/registry.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";
import type { WaiverDocument } from "../model/generated/waiver.ts";
import type { RuleSet } from "../model/rule.ts";
import type { Source } from "../model/source.ts";
import { loadDocument } from "../parse/load-document.ts";
import { checkRegistry } from "../registry/check-registry.ts";
import { createRegistry } from "../registry/create-registry.ts";
import { checkPolicies } from "../rules/check-policies.ts";
import { compileRules } from "../rules/compile-rules.ts";
import type { Bundle } from "./bundle.ts";
import { classifyPaths, DEFAULT_GLOBS, type PathClass } from "./classify-path.ts";
import { digestSources } from "./digest-sources.ts";
import { loadKept } from "./keep-documents.ts";
import type { KeptValues } from "./kept/kept-values.ts";
import { municipalPolicies } from "./municipal-policies.ts";

/** A bundle, and what is wrong with it: with any problem no verdict may rest on it. */
export interface LoadedBundle {
  readonly bundle: Bundle;
  readonly problems: readonly FileProblem[];
}

interface BundleOptions {
  /** Asks two parsers for their opinion, as a verdict that gates a merge needs. */
  readonly gate: boolean;
  /** What earlier runs read. Left out where a verdict gates a merge. */
  readonly kept?: KeptValues | undefined;
}

const DEFAULT_CONFIGURATION: ConfigurationDocument = { manifests: [...DEFAULT_GLOBS] };

/** Which kinds a class of path may hold. */
const KINDS: Partial<Record<PathClass, DocumentKind>> = {
  policy: "Policy",
  registry: "VendorRegistry",
  plan: "Plan",
  waiver: "Waiver",
  approval: "Approval",
  arrangement: "Arrangement",
  overlay: "Overlay",
  configuration: "Configuration",
};

/**
 * Loads policies, registry, plan, overlays, waivers, approvals, arrangements and configuration from files;
 * other files are passed over.
 */
export function loadBundle(sources: readonly Source[], { kept, ...options }: BundleOptions): LoadedBundle {
  const classOf = classifyPaths(globsIn(sources, options));
  const problems: FileProblem[] = [];
  const byClass = new Map<PathClass, Source[]>();
  for (const source of sources) {
    const of = classOf(source.file);
    const group = byClass.get(of);
    if (group === undefined) byClass.set(of, [source]);
    else group.push(source);
  }

  function documents<T>(of: PathClass): readonly Document<T>[] {
    const loaded: Document<T>[] = [];
    for (const source of inOrder(byClass.get(of) ?? [])) {
      const kind = KINDS[of];
      const result = loadKept(source, kind === undefined ? options : { ...options, kind }, kept);
      // The validator of `kind` has accepted the value: this is the boundary where JSON becomes a type.
      if (result.ok) loaded.push(result.document as Document<T>);
      else problems.push(...result.problems);
    }
    return loaded;
  }

  const policyDocuments = documents<PolicyDocument>("policy");
  const registryDocuments = documents<RegistryDocument>("registry");
  const plan = documents<PlanDocument>("plan")[0];
  const waivers = [...documents<WaiverDocument>("waiver"), ...documents<WaiverDocument>("approval")];
  const arrangements = documents<ArrangementDocument>("arrangement");
  const overlays = documents<OverlayDocument>("overlay");
  const configuration = documents<ConfigurationDocument>("configuration")[0]?.value ?? DEFAULT_CONFIGURATION;

  const checked = checkPolicies(policyDocuments, vocabulary);
  problems.push(...checked.problems, ...checkRegistry(registryDocuments), ...repeatedIds(waivers));
  problems.push(...(byClass.get("stray") ?? []).map(strayFile));

  const packs = plan?.value.packs ?? {};
  const base = { documents: policyDocuments, policies: checked.policies, packs, vocabulary };
  // Over policies that are not sound nothing can be laid, and no verdict rests on them anyway.
  const sound =
    checked.problems.length === 0 && policyDocuments.length === (byClass.get("policy") ?? []).length;
  const municipal = municipalPolicies(base, sound ? overlays : []);
  problems.push(...municipal.problems);

  const compiled = new Map<string, RuleSet>();
  const digest = (...classes: PathClass[]) => digestSources(classes.flatMap((of) => byClass.get(of) ?? []));
  const bundle: Bundle = {
    policies: checked.policies,
    policyDocuments,
    registry: createRegistry(registryDocuments.map((document) => document.value)),
    registryDocuments,
    plan,
    waivers,
    arrangements,
    overlays,
    addedRules: municipal.added,
    configuration,
    digests: {
      policies: digest("policy"),
      registry: digest("registry"),
      waivers: digest("waiver", "approval"),
      plan: digest("plan"),
      arrangements: digest("arrangement"),
      overlays: digest("overlay"),
      configuration: digest("configuration"),
    },
    rulesOn(asOf, municipality) {
      const own = municipality === undefined ? undefined : municipal.rulesIn(municipality, asOf);
      if (own !== undefined) return own;
      const rules = compiled.get(asOf) ?? compileRules(checked.policies, { asOf, packs });
      compiled.set(asOf, rules);
      return rules;
    },
    policiesIn: (municipality) => municipal.policiesIn(municipality) ?? checked.policies,
  };
  return { bundle, problems };
}

/** The manifest globs of the configuration among the files; `undefined` where there is none that can be read. */
function globsIn(sources: readonly Source[], options: { readonly gate: boolean }) {
  const classOf = classifyPaths();
  const source = sources.find(({ file }) => classOf(file) === "configuration");
  const loaded = source && loadDocument(source, { ...options, kind: "Configuration" });
  return loaded?.ok ? loaded.document.value.manifests : undefined;
}

function inOrder(sources: readonly Source[]): readonly Source[] {
  return [...sources].sort((a, b) => (a.file < b.file ? -1 : 1));
}

function strayFile({ file }: Source): FileProblem {
  return {
    stage: "limits",
    kind: null,
    location: { file, line: 1, column: 1, end_line: 1, end_column: 1 },
    pointer: "",
    message: `nothing reads \`${file}\``,
    help: "name it `policy.yaml` in a folder of its own, put it under `policies/trusted-vendors/registry/`, or move it out of `policies/`",
  };
}

function repeatedIds(waivers: readonly Document<WaiverDocument>[]): readonly FileProblem[] {
  const seen = new Map<string, string>();
  return waivers.flatMap((waiver) => {
    const first = seen.get(waiver.value.id);
    seen.set(waiver.value.id, first ?? waiver.file);
    if (first === undefined) return [];
    return {
      stage: "language",
      kind: waiver.kind,
      location: waiver.locate("/id"),
      pointer: "/id",
      message: `the id \`${waiver.value.id}\` stands in \`${first}\` already`,
      help: "give each waiver and approval an id of its own",
    } as const;
  });
}
