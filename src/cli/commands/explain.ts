import { existsSync } from "node:fs";
import { resolve } from "node:path";
import type { Bundle } from "../../engine/bundle.ts";
import { evaluate } from "../../engine/evaluate.ts";
import { rowsConcerning } from "../../engine/rows-concerning.ts";
import { factsOf, runOf } from "../../engine/run.ts";
import { tierOf } from "../../engine/tier-of.ts";
import { explainRule } from "../../explain/explain-rule.ts";
import { explainSay } from "../../explain/explain-words.ts";
import { findRule, nearestRules } from "../../explain/find-rule.ts";
import { outline } from "../../explain/outline.ts";
import { ruleSetting } from "../../explain/rule-setting.ts";
import type { Language } from "../../model/language.ts";
import { valueWords } from "../../rules/words/value-words.ts";
import { asOf } from "../as-of.ts";
import { decisionOf } from "../explain-decision.ts";
import { decisionEntries, reportedEntry } from "../explain-decision-text.ts";
import { findManifest } from "../find-manifest.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace, type Workspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { tellUnreviewed } from "../tell-unreviewed.ts";
import { UsageError } from "../usage-error.ts";
import { workspaceSurroundings } from "../workspace-surroundings.ts";

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
  const { bundle } = workspace;
  if (rule !== undefined) return explainDecision(subject, rule, options.lang, date, workspace, io);
  const words = findRule({ id: subject, language: options.lang, date }, bundle);
  if (words === undefined) throw noRule(subject, bundle);
  const setting = ruleSetting(words, bundle, { asOf: date, language: options.lang });
  io.out(outline(explainRule(words, setting)));
  tellUnreviewed([words.id], options.lang, bundle, io);
  return CLEAN;
}

function explainDecision(
  name: string,
  id: string,
  language: Language,
  date: string,
  workspace: Workspace,
  io: Io,
): number {
  const { bundle } = workspace;
  const submitted = findManifest(name, io.cwd, workspace);
  const { source, loaded } = submitted;
  if (!loaded.ok) return printProblems(loaded.problems, [source], io);
  const municipality = loaded.document.value.metadata.municipality.cbs_code;
  const policies = bundle.policiesIn(municipality);
  const words = findRule({ id, language, date, municipality }, bundle);
  if (words === undefined) throw noRule(id, bundle);
  const rules = bundle.rulesOn(date, municipality);
  const rule = rules.rules.find((candidate) => candidate.id === words.id);
  if (rule === undefined || rule.clauses.length === 0) {
    throw new UsageError(
      `\`${words.id}\` decides nothing about a manifest on ${date}`,
      `run \`bylaw explain ${words.id}\` to see who keeps it`,
    );
  }
  const manifest = loaded.document;
  const surroundings = workspaceSurroundings([submitted], workspace);
  const run = runOf(bundle, surroundings, { asOf: date, language });
  const facts = factsOf(run, manifest);
  const say = explainSay(language);
  const { findings } = evaluate(bundle, [submitted], { asOf: date, language, surroundings });
  const place = { document: manifest, policies, language };
  const beside = [...rowsConcerning(run, [manifest], {})];
  const decision = decisionOf(rule, words, { manifest, facts, rules, beside });
  const stage = policies.vocabulary.facts.get("system.stage");
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
  tellUnreviewed([words.id], language, bundle, io);
  return CLEAN;
}

/** An id no policy and no overlay has is a usage error that names the nearest ones. */
function noRule(id: string, bundle: Bundle): UsageError {
  return new UsageError(
    `no policy has a rule \`${id}\``,
    `name a rule; the nearest are ${nearestRules(id, bundle).join(", ")}`,
  );
}
