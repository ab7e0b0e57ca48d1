import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { distance } from "fastest-levenshtein";
import { evaluate } from "../../engine/evaluate.ts";
import { tierOf } from "../../engine/tier-of.ts";
import { buildFacts } from "../../facts/build-facts.ts";
import type { Language } from "../../model/language.ts";
import { describeRule } from "../../rules/describe-rule.ts";
import type { RuleInWords } from "../../rules/rule-in-words.ts";
import { valueWords } from "../../rules/words/value-words.ts";
import { asOf } from "../as-of.ts";
import { decisionOf } from "../explain-decision.ts";
import { decisionEntries, reportedEntry } from "../explain-decision-text.ts";
import { ruleText } from "../explain-rule.ts";
import { explainSay } from "../explain-words.ts";
import { findManifest } from "../find-manifest.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace, type Workspace } from "../open-workspace.ts";
import { outline } from "../outline.ts";
import { printProblems } from "../print-problems.ts";
import { UsageError } from "../usage-error.ts";

interface ExplainOptions {
  readonly asOf?: string;
  readonly policies?: string;
  readonly lang: Language;
}

/** Prints a rule in words, or, with a manifest before it, how the rule was decided there, fact by fact. */
export async function explain(
  subject: string,
  rule: string | undefined,
  options: ExplainOptions,
  io: Io,
): Promise<number> {
  const date = asOf(options.asOf, io);
  const workspace = openWorkspace(io, { policies: options.policies, gate: true });
  if (workspace.problems.length > 0) return printProblems(workspace.problems, workspace.sources, io);
  if (rule === undefined && existsSync(resolve(io.cwd, subject))) {
    throw new UsageError(
      `\`${subject}\` is a file, and no rule is named`,
      `name the rule after it, such as bylaw explain ${subject} RET-01`,
    );
  }
  const words = ruleInWords(rule ?? subject, options.lang, date, workspace);
  if (rule !== undefined) return explainDecision(subject, words, options.lang, date, workspace, io);
  const { vocabulary } = workspace.bundle.policies;
  io.out(
    ruleText(words, {
      asOf: date,
      language: options.lang,
      pack: packOf(words, workspace),
      stage: vocabulary.facts.get("system.stage"),
    }),
  );
  return CLEAN;
}

function explainDecision(
  name: string,
  words: RuleInWords,
  language: Language,
  date: string,
  workspace: Workspace,
  io: Io,
): number {
  const { bundle } = workspace;
  const submitted = findManifest(name, io.cwd, workspace);
  const { source, loaded } = submitted;
  if (!loaded.ok) return printProblems(loaded.problems, [source], io);
  const rules = bundle.rulesOn(date);
  const rule = rules.rules.find((candidate) => candidate.id === words.id);
  if (rule === undefined || rule.clauses.length === 0) {
    throw new UsageError(
      `\`${words.id}\` decides nothing about a manifest on ${date}`,
      `run \`bylaw explain ${words.id}\` to see who keeps it`,
    );
  }
  const manifest = loaded.document;
  const facts = buildFacts(manifest, { registry: bundle.registry, asOf: date, tier: rules.tier });
  const say = explainSay(language);
  const { findings } = evaluate(bundle, [submitted], { asOf: date, language });
  const place = { manifest, policies: bundle.policies, language };
  const decision = decisionOf(rule, words, { manifest, facts, rules });
  const stage = bundle.policies.vocabulary.facts.get("system.stage");
  const found = facts.system.cell("system.stage").value;
  io.out(
    outline([
      { text: `${words.id} ${words.title}` },
      {
        text: say("of", {
          manifest: source.file,
          date,
          tier: tierOf(facts.system, facts) ?? say("unknown"),
          stage: stage === undefined ? say("unknown") : valueWords(found, stage, language),
        }),
      },
      ...decisionEntries(decision, place),
      reportedEntry(
        findings.filter((finding) => finding.rule === words.id),
        language,
      ),
    ]),
  );
  return CLEAN;
}

/** The rule in words, its id in any case; an id no policy has is a usage error that names the nearest ones. */
function ruleInWords(id: string, language: Language, date: string, { bundle }: Workspace): RuleInWords {
  const ids = bundle.policies.policies.flatMap(({ rules }) => rules.map((rule) => rule.id));
  const known = ids.find((candidate) => candidate.toLowerCase() === id.toLowerCase());
  const words = known === undefined ? undefined : describeRule(bundle.policies, known, language, date);
  if (words !== undefined) return words;
  throw new UsageError(
    `no policy has a rule \`${id}\``,
    `name a rule; the nearest are ${nearest(id, ids).join(", ")}`,
  );
}

function nearest(id: string, ids: readonly string[]): readonly string[] {
  const far = (candidate: string) => distance(candidate, id.toUpperCase());
  return [...ids].sort((a, b) => far(a) - far(b) || (a < b ? -1 : 1)).slice(0, 3);
}

function packOf(
  { policy }: RuleInWords,
  { bundle }: Workspace,
): { name: string; setting: string } | undefined {
  const pack = bundle.policyDocuments.find((document) => document.value.id === policy)?.value.pack;
  if (pack === undefined || pack === null) return undefined;
  return { name: pack, setting: bundle.plan?.value.packs?.[pack] ?? "binding" };
}
