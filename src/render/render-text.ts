import type { Finding, ReportDocument } from "../model/generated/report.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";
import type { Language } from "../model/language.ts";
import { type Diagnostic, diagnosticText, type TerminalOptions, terminal } from "./diagnostic.ts";
import { basisWords, bindingLabel, bindingWords, helpWords, waiverCommand } from "./finding-notes.ts";
import { foldGaps, gapRules, type Shown } from "./fold-gaps.ts";
import { isolate } from "./isolate.ts";
import { nextDate } from "./next-date.ts";
import { COLOUR } from "./paint.ts";
import { ruleLabel } from "./rule-label.ts";
import { summary } from "./summary.ts";
import { standingOf } from "./tally.ts";
import type { Say } from "./words.ts";

export interface TextOptions extends TerminalOptions {
  /** What the policies in force are called, such as `2026.4`. */
  readonly policiesLabel?: string | undefined;
}

/**
 * A report for a terminal, in the order of the report: each open or upcoming finding with the line it points
 * at, rules that wait for one gap together, then one line of counts. Waived and approved findings are counted, not shown.
 */
export function renderText(report: ReportDocument, options: TextOptions): string {
  const on = terminal(options);
  const shown = report.findings.filter(({ state }) => state === "open" || state === "upcoming");
  const blocks = foldGaps(shown).map(
    (each) => `${diagnosticText(diagnosticOf(each, report.as_of, on.say, options.language), on)}\n\n`,
  );
  return `${blocks.join("")}${isolate(summary(report, on.say, options.policiesLabel))}\n`;
}

function diagnosticOf(shown: Shown, asOf: string, say: Say, language: Language): Diagnostic {
  const { finding } = shown;
  const rules = gapRules(shown);
  return {
    name: `${finding.effect}[${ruleLabel(finding)}]`,
    colour: COLOUR[standingOf(finding)],
    message: finding.message,
    location: finding.location,
    notes: [
      ...(rules.length === 0 ? [] : [["sameGap", rules.join(say("and"))] as const]),
      ...notesOf(finding, asOf, say, language),
    ],
  };
}

/** First what the finding rests on in the file, then why it is one, then what to do. */
function notesOf(finding: Finding, asOf: string, say: Say, language: Language): Diagnostic["notes"] {
  const binds = bindingWords(finding, say);
  const next = nextDate(finding, { asOf, say });
  const basis = basisWords(finding, say);
  const help = helpWords(finding, say, finding.help ?? undefined, waiverCommand(finding));
  return [
    ...placesOf(finding),
    ...finding.path.map((step) => ["path", step] as const),
    ...finding.missing.map((fact) => ["missing", missingWords(fact, language)] as const),
    ...(binds === undefined ? [] : [[bindingLabel(finding), binds] as const]),
    ...(next === undefined ? [] : [["dates", next] as const]),
    ...(finding.why === null ? [] : [["why", finding.why] as const]),
    ...basis.map((one) => ["basis", one] as const),
    ...(finding.alternatives.length === 0
      ? []
      : [["alternatives", finding.alternatives.join(say("and"))] as const]),
    ...(help === undefined ? [] : [["help", help] as const]),
  ];
}

/** Further places in its own file, then the other files it rests on: each of their places, or the file alone. */
function placesOf({ location, related, rests_on }: Finding): Diagnostic["notes"] {
  const named = new Set(related.map(({ file }) => file));
  return [
    ...related.map(({ file, line, column }) => {
      const word = file === location.file ? "also" : "restsOn";
      return [word, `${file}:${line}:${column}`] as const;
    }),
    ...rests_on.filter((file) => !named.has(file)).map((file) => ["restsOn", file] as const),
  ];
}

/** A blank fact by its label, with the name a rule calls it by. */
function missingWords(fact: string, language: Language): string {
  const label = Object.hasOwn(vocabulary.facts, fact) ? vocabulary.facts[fact]?.label[language] : undefined;
  return label === undefined ? `\`${fact}\`` : `${label} (\`${fact}\`)`;
}
