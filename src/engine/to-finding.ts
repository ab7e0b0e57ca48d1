import type { Manifest } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import type { Registry } from "../model/registry.ts";
import type { Row } from "../model/row.ts";
import type { RuleSet } from "../model/rule.ts";
import { findingHelp, findingMessage } from "./finding-words.ts";
import { fingerprint } from "./fingerprint.ts";
import type { Judged } from "./judge-manifest.ts";
import { valueAt } from "./value-at.ts";
import { WORDS } from "./words.ts";

export interface FindingContext {
  readonly manifest: Manifest;
  readonly rules: RuleSet;
  readonly registry: Registry;
  readonly categories: readonly string[];
  readonly language: Language;
}

/** A finding as the report carries it, open or upcoming; waivers and approvals are applied later. */
export function toFinding(judged: Judged, context: FindingContext): Finding {
  const { clause, row, breach, effect, upcoming } = judged;
  const { manifest, language, rules } = context;
  const { rule } = clause;
  const facts = [...new Set(breach.leaves.map((leaf) => leaf.fact))];
  // What is missing has no place of its own: the key of the block that lacks it stands for it.
  const span = breach.leaves.some((leaf) => leaf.cell.stated)
    ? manifest.locate(breach.at)
    : blockOf(manifest, breach.at);
  const alternatives = rule.alternatives ? offered(context) : [];
  return {
    rule: rule.id,
    clause: clause.id,
    title: rule.title(language),
    policy: `${rule.policy}@${rule.version}`,
    severity: rule.severity,
    outcome: breach.outcome,
    effect,
    state: upcoming === null ? "open" : "upcoming",
    manifest: manifest.value.metadata.id,
    subject: row.pointer,
    fact: facts[0] ?? null,
    location: place(span),
    related: breach.leaves
      .flatMap((leaf) => [leaf.cell.at, ...(leaf.cell.related ?? [])])
      .filter((at, index, all) => at !== breach.at && all.indexOf(at) === index)
      .map((at) => place(manifest.locate(at))),
    message: findingMessage(judged, rules, language),
    why: rule.why(language),
    help: findingHelp(judged, manifest, rules, language) ?? null,
    basis: rule
      .basis(language)
      .map(({ source, title, provision, verified }) => ({ source, title, provision, verified })),
    missing: [...breach.missing],
    path: [...new Set(breach.leaves.flatMap((leaf) => leaf.cell.path ?? []))],
    alternatives: [...alternatives],
    fix: fixOf(judged, manifest),
    fingerprint: fingerprint({
      rule: rule.id,
      manifest: manifest.value.metadata.id,
      subject: subjectOf(row),
      facts,
      value: breach.missing.length > 0 ? undefined : valueAt(manifest.value as never, breach.at),
    }),
    waiver: null,
    waivable: rule.waivable,
    upcoming,
  };
}

/** A device is also who made it: what was accepted of one maker is not accepted of the next. */
function subjectOf(row: Row): string {
  const made = row.subject === "device" || row.subject === "placement";
  return [`${row.subject}:${row.key}`, ...(made ? [row.scope("party")?.key ?? ""] : [])].join(" ");
}

function blockOf(manifest: Manifest, at: string): Finding["location"] {
  const block = manifest.locate(at);
  const named = at === "" ? manifest.locateKey("/metadata") : manifest.locateKey(at);
  return block.line === block.end_line ? block : named;
}

function place({ file, line, column, end_line, end_column }: Finding["location"]): Finding["location"] {
  return { file, line, column, end_line, end_column };
}

function offered({ registry, rules, categories, language }: FindingContext): readonly string[] {
  const { entities, reason } = registry.alternatives({ categories, asOf: rules.asOf });
  if (entities.length === 0) return [reason ?? WORDS.nothingAsked[language]()];
  return entities.map((id) => registry.entity(id)?.name ?? id);
}

/** A splice of the one value that broke the rule; only where it is written, so that nothing else moves. */
function fixOf({ clause, row, breach }: Judged, manifest: Manifest): Finding["fix"] {
  const fix = clause.fix(row);
  if (fix === undefined || breach.outcome !== "fail") return null;
  const cell = row.cell(fix.fact);
  if (!cell.stated || cell.at !== breach.at) return null;
  const { start, end } = manifest.locate(cell.at);
  return { start, end, text: fix.text };
}
