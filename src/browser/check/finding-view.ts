import type { Location } from "../../model/document.ts";
import type { Finding } from "../../model/generated/report.ts";
import { vocabulary } from "../../model/generated/vocabulary-value.ts";
import type { Language } from "../../model/language.ts";
import { codeFrame } from "../../render/code-frame.ts";
import { basisWords, bindingLabel, bindingWords } from "../../render/finding-notes.ts";
import { nextDate } from "../../render/next-date.ts";
import { ruleLabel } from "../../render/rule-label.ts";
import { type Standing, standingOf } from "../../render/tally.ts";
import { oneLine } from "../../render/visible.ts";
import { type Say, sentence } from "../../render/words.ts";

/** A finding as the page shows it. All of it is text; hidden characters of the file are written out. */
export interface FindingView {
  readonly standing: Standing;
  readonly standingWord: string;
  /** `RET-01(b)`. */
  readonly label: string;
  /** Id of the rule where it has a page; `undefined` for a problem of the file. */
  readonly rule: string | undefined;
  readonly title: string;
  readonly message: string;
  readonly help: string | undefined;
  /** Reason, basis and whatever else it rests on, each with its label. */
  readonly notes: readonly (readonly [label: string, text: string])[];
  /** The file it stands in, where that is another one: an arrangement, a waiver or a list it depends on. */
  readonly elsewhere: string | undefined;
  readonly line: number;
  /** What to select in an editor, `end` exclusive. */
  readonly start: number;
  readonly end: number;
  readonly frame: { readonly line: string; readonly mark: string } | undefined;
  /** JSON pointer of the field it stands at. */
  readonly pointer: string;
  readonly fix: { readonly start: number; readonly end: number; readonly text: string } | undefined;
  readonly fingerprint: string;
}

/** What the views of one report are made with. */
export interface ViewContext {
  /** The file that is checked. */
  readonly file: string;
  readonly asOf: string;
  readonly language: Language;
  readonly say: Say;
  readonly lines: readonly string[];
  /** Offset of a place in the text. */
  offset(line: number, column: number): number;
  /** An offset of the text as an editor counts it. */
  shown(offset: number): number;
  /** The pointer of the innermost value around an offset. */
  pointerAt(offset: number): string;
}

/** Prepares a finding for the page. */
export function findingView(finding: Finding, context: ViewContext): FindingView {
  const { say, lines, offset } = context;
  const { file, line, column, end_line, end_column } = finding.location;
  const isHere = file === context.file;
  const standing = standingOf(finding);
  const start = isHere ? offset(line, column) : 0;
  const source = isHere ? lines[line - 1] : undefined;
  return {
    standing,
    standingWord: say(standing),
    label: ruleLabel(finding),
    rule: finding.policy === null ? undefined : finding.rule,
    title: finding.title,
    message: sentence(oneLine(finding.message)),
    help: finding.help === null ? undefined : sentence(oneLine(finding.help)),
    notes: notesOf(finding, context).map(([label, text]) => [label, oneLine(text)]),
    elsewhere: isHere ? undefined : file,
    line,
    start: context.shown(start),
    end: isHere ? context.shown(Math.max(start, offset(end_line, end_column))) : 0,
    frame: source === undefined ? undefined : codeFrame(source, finding.location),
    pointer: isHere ? (missingField(finding) ?? context.pointerAt(start)) : "",
    fix: isHere && finding.state === "open" && finding.fix !== null ? finding.fix : undefined,
    fingerprint: finding.fingerprint,
  };
}

/** JSON pointer of the field in which the first of the missing facts would be written; `undefined` where there is no single one. */
function missingField({ missing: [fact = ""], subject }: Finding): string | undefined {
  const from = Object.hasOwn(vocabulary.facts, fact) ? vocabulary.facts[fact]?.from : undefined;
  if (from === undefined || from === "derived" || !/^[\w.[\]]+$/.test(from)) return undefined;
  const cut = from.lastIndexOf("[]");
  if (cut === -1) return `/${from.replaceAll(".", "/")}`;
  const list = `/${from
    .slice(0, cut + 2)
    .replace(/\[\]/g, "/[]")
    .replaceAll(".", "/")}`;
  if (subject.replace(/\/\d+/g, "/[]") !== list) return undefined;
  return `${subject}${from.slice(cut + 2).replaceAll(".", "/")}`;
}

function notesOf(
  finding: Finding,
  { say, asOf, language }: ViewContext,
): readonly (readonly [string, string])[] {
  const binds = bindingWords(finding, say);
  const next = nextDate(finding, { asOf, say });
  const missing = finding.missing.map((fact) => labelOf(fact, language));
  const elsewhere = [
    ...finding.related.filter(({ file }) => file !== finding.location.file).map(placeOf),
    ...finding.rests_on.filter((file) => !finding.related.some((related) => related.file === file)),
  ];
  return [
    ...(finding.why === null ? [] : [[say("why"), finding.why] as const]),
    ...basisWords(finding, say).map((basis) => [say("basis"), basis] as const),
    ...(binds === undefined ? [] : [[say(bindingLabel(finding)), binds] as const]),
    ...(next === undefined ? [] : [[say("dates"), next] as const]),
    ...(missing.length === 0 ? [] : [[say("missing"), missing.join(say("and"))] as const]),
    ...(finding.path.length === 0 ? [] : [[say("path"), finding.path.join(" → ")] as const]),
    ...(elsewhere.length === 0 ? [] : [[say("restsOn"), elsewhere.join(say("and"))] as const]),
    ...(finding.alternatives.length === 0
      ? []
      : [[say("alternatives"), finding.alternatives.join(say("and"))] as const]),
    ...(finding.waiver === null ? [] : [[say("waived"), finding.waiver] as const]),
  ];
}

function placeOf({ file, line }: Pick<Location, "file" | "line">): string {
  return `${file}:${line}`;
}

function labelOf(fact: string, language: Language): string {
  const known = Object.hasOwn(vocabulary.facts, fact) ? vocabulary.facts[fact] : undefined;
  return known?.label[language] ?? known?.label.en ?? fact;
}
