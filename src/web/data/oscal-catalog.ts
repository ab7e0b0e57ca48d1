import { sha256 } from "../../engine/sha256.ts";
import { type Language, textIn } from "../../model/language.ts";
import type { CheckedPolicy, CheckedRule } from "../../rules/checked-policies.ts";
import { describeRule } from "../../rules/describe-rule.ts";
import type { SiteContext } from "../site-context.ts";

const NAMESPACE = "urn:bylaw:oscal";

/**
 * The policies as a catalog of OSCAL 1.1 (NIST, Open Security Controls Assessment Language): a group for each policy, a
 * control for each rule with its statement in words, its reason as guidance, and its sources as back matter.
 */
export function oscalCatalog(context: SiteContext, language: Language) {
  const { policies } = context.bundle.policies;
  const sources = policies.flatMap(({ document: { value } }) =>
    Object.entries(value.sources ?? {}).map(([key, source]) => ({ policy: value.id, key, source })),
  );
  return {
    catalog: {
      uuid: uuidOf(`catalog ${context.bundle.digests.policies} ${context.asOf} ${language}`),
      metadata: {
        title: "Bylaw",
        "last-modified": `${context.asOf}T00:00:00Z`,
        version: context.bundle.digests.policies,
        "oscal-version": "1.1.3",
      },
      groups: policies.map((policy) => groupOf(policy, context, language)),
      "back-matter": {
        resources: sources.map(({ policy, key, source }) => ({
          uuid: uuidOf(`source ${policy} ${key}`),
          title: source.title,
          props: [prop("verified", String(source.verified)), prop("kind", source.kind)],
          ...(source.url && { rlinks: [{ href: source.url }] }),
        })),
      },
    },
  };
}

function groupOf(policy: CheckedPolicy, context: SiteContext, language: Language) {
  const { id, title, version, owner } = policy.document.value;
  return {
    id,
    title: textIn(title, language),
    props: [prop("version", version), prop("owner", owner)],
    controls: policy.rules.map((rule) => controlOf(rule, policy, context, language)),
  };
}

function controlOf(rule: CheckedRule, policy: CheckedPolicy, context: SiteContext, language: Language) {
  const { written } = rule;
  const keys = Object.keys(policy.document.value.sources ?? {});
  const named = (written.basis ?? []).flatMap(({ source }) => (keys.includes(source) ? [source] : []));
  return {
    id: rule.id,
    title: textIn(written.title, language),
    props: [prop("severity", written.severity)],
    links: [...new Set(named)].map((key) => ({
      href: `#${uuidOf(`source ${policy.document.value.id} ${key}`)}`,
      rel: "reference",
    })),
    parts: [
      {
        id: `${rule.id}_smt`,
        name: "statement",
        parts: statementsOf(rule, context, language),
      },
      { id: `${rule.id}_gdn`, name: "guidance", prose: textIn(written.why, language) },
    ],
  };
}

function statementsOf(rule: CheckedRule, context: SiteContext, language: Language) {
  const words = describeRule(context.bundle.policies, rule.id, language, context.asOf);
  return (words?.clauses ?? []).map(({ id, requires }, index) => ({
    id: `${rule.id}_smt.${id ?? index + 1}`,
    name: "item",
    prose: requires.join("; "),
  }));
}

function prop(name: string, value: string) {
  return { name, ns: NAMESPACE, value };
}

/** A UUID that is the same for the same words, in the form of version 5 (RFC 9562), which names things. */
function uuidOf(words: string): string {
  const hex = sha256(words);
  const variant = ((Number.parseInt(hex[16] ?? "0", 16) & 3) | 8).toString(16);
  return [
    hex.slice(0, 8),
    hex.slice(8, 12),
    `5${hex.slice(13, 16)}`,
    `${variant}${hex.slice(17, 20)}`,
    hex.slice(20, 32),
  ].join("-");
}
