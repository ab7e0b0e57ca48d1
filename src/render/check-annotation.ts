import type { FileProblem, Location } from "../model/document.ts";
import type { Finding } from "../model/generated/report.ts";
import { basisWords, bindingWords } from "./finding-notes.ts";
import { lastColumn } from "./render-github.ts";
import { problemName } from "./render-problem.ts";
import { ruleLabel } from "./rule-label.ts";
import { oneLine, visible } from "./visible.ts";
import { type Say, sentence } from "./words.ts";

/** A note on lines of a file, as GitHub's check runs take it. */
export interface CheckAnnotation {
  readonly path: string;
  readonly start_line: number;
  readonly end_line: number;
  /** Columns only where the place lies on one line; GitHub refuses them otherwise. */
  readonly start_column?: number;
  readonly end_column?: number;
  readonly annotation_level: "failure" | "warning" | "notice";
  readonly title: string;
  readonly message: string;
  readonly raw_details?: string;
}

const LEVELS = { block: "failure", approve: "warning", warn: "warning", note: "notice" } as const;

/** GitHub's limits: 255 characters a title, 64 KB a message; ours leaves room for three bytes a character. */
const LONGEST_TITLE = 255;
const LONGEST_MESSAGE = 20_000;

/** The annotation of a finding: what and what to do as the message, why and on what basis as its details. */
export function findingAnnotation(finding: Finding, say: Say): CheckAnnotation {
  const details = [
    ...(finding.why === null ? [] : [labelled(say("why"), finding.why)]),
    ...basisWords(finding, say).map((basis) => labelled(say("basis"), basis)),
    ...(finding.rests_on.length === 0 ? [] : [labelled(say("restsOn"), finding.rests_on.join(say("and")))]),
    ...finding.path.map((step) => labelled(say("path"), step)),
    ...(finding.missing.length === 0 ? [] : [labelled(say("missing"), finding.missing.join(say("and")))]),
    ...(finding.alternatives.length === 0
      ? []
      : [labelled(say("alternatives"), finding.alternatives.join(say("and")))]),
  ];
  const binds = bindingWords(finding, say);
  return {
    ...placed(finding.location),
    annotation_level: finding.state === "upcoming" ? "notice" : LEVELS[finding.effect],
    title: cut(oneLine(`${ruleLabel(finding)} ${finding.title}`), LONGEST_TITLE),
    message: message([finding.message, binds, finding.help]),
    ...(details.length === 0 ? {} : { raw_details: cut(details.join("\n"), LONGEST_MESSAGE) }),
  };
}

/** The annotation of a problem of a policy, registry, waiver or configuration file. */
export function problemAnnotation(problem: FileProblem): CheckAnnotation {
  return {
    ...placed(problem.location),
    annotation_level: "failure",
    title: problemName(problem),
    message: message([problem.message, problem.help]),
    ...(problem.witness === undefined ? {} : { raw_details: cut(lines(problem.witness), LONGEST_MESSAGE) }),
  };
}

function placed(location: Location) {
  const { file, line, column, end_line } = location;
  const lines = { path: file, start_line: line, end_line };
  return end_line === line ? { ...lines, start_column: column, end_column: lastColumn(location) } : lines;
}

function message(parts: readonly (string | null | undefined)[]): string {
  const said = parts.filter((part) => part !== null && part !== undefined).map(oneLine);
  return cut(said.join("\n"), LONGEST_MESSAGE);
}

function lines(text: string): string {
  return text.trimEnd().split("\n").map(visible).join("\n");
}

function labelled(label: string, text: string): string {
  return `${sentence(label)}: ${oneLine(text)}`;
}

function cut(text: string, longest: number): string {
  return text.length <= longest ? text : `${text.slice(0, longest - 1).replace(/\p{Cs}$/u, "")}…`;
}
