import type { Finding, FindingEffect, ReportDocument } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { bindingWords } from "./finding-notes.ts";
import { ruleLabel } from "./rule-label.ts";
import { standingOf } from "./tally.ts";
import { oneLine } from "./visible.ts";
import { type Say, sayIn } from "./words.ts";

export interface JunitOptions {
  readonly language?: Language;
  /** Whether an open finding of this effect fails the run. */
  fails(effect: FindingEffect): boolean;
}

/**
 * A report as JUnit XML: a suite for each file, a case for each finding. What fails the run is a failure, what
 * is waived, approved or still to come is skipped, and milder findings pass with their text as output.
 */
export function renderJunit(report: ReportDocument, options: JunitOptions): string {
  const say = sayIn(options.language ?? "en");
  const files = [
    ...report.manifests.map(({ file }) => file),
    ...report.findings.map((one) => one.location.file),
  ];
  const suites = [...new Set(files)].map((file) => {
    const findings = report.findings.filter(({ location }) => location.file === file);
    const cases = findings.map((finding) => testCase(finding, say, options));
    // A file without a finding is one case that passes, so that it is seen to have been read.
    if (cases.length === 0)
      cases.push(`    <testcase classname=${attribute(file)} name=${attribute(file)}/>\n`);
    return { file, cases };
  });
  const all = suites.flatMap(({ cases }) => cases);
  const body = suites.map(
    ({ file, cases }) =>
      `  <testsuite name=${attribute(file)} ${counts(cases)}>\n${cases.join("")}  </testsuite>\n`,
  );
  return `<?xml version="1.0" encoding="UTF-8"?>\n<testsuites name="Bylaw" ${counts(all)}>\n${body.join("")}</testsuites>\n`;
}

function testCase(finding: Finding, say: Say, options: JunitOptions): string {
  const { location, subject, title } = finding;
  const name = `${ruleLabel(finding)} ${title} (${subject === "" ? "" : `${subject}, `}${location.line}:${location.column})`;
  const open = `    <testcase classname=${attribute(location.file)} name=${attribute(name)} file=${attribute(location.file)} line="${location.line}">\n`;
  return `${open}      ${outcome(finding, say, options)}\n    </testcase>\n`;
}

function outcome(finding: Finding, say: Say, options: JunitOptions): string {
  const standing = standingOf(finding);
  if (standing === "upcoming" || standing === "waived" || standing === "approved") {
    const words = [finding.waiver ?? say(standing), bindingWords(finding, say), finding.message];
    return `<skipped message=${attribute(words.filter((part) => part !== undefined).join("; "))}/>`;
  }
  const text = [finding.message, finding.why, finding.help].filter((part) => part !== null).map(oneLine);
  if (!options.fails(standing)) return `<system-out>${escapeXml(text.join("\n"))}</system-out>`;
  return `<failure type=${attribute(standing)} message=${attribute(finding.message)}>${escapeXml(text.join("\n"))}</failure>`;
}

function counts(cases: readonly string[]): string {
  const number = (element: string) => cases.filter((text) => text.includes(`<${element} `)).length;
  return `tests="${cases.length}" failures="${number("failure")}" errors="0" skipped="${number("skipped")}"`;
}

function attribute(text: string): string {
  return `"${escapeXml(oneLine(text))}"`;
}

const ENTITIES: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** Characters XML 1.0 has no way to write, beyond the hidden ones that are written out already: https://www.w3.org/TR/xml/#charsets */
function escapeXml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => ENTITIES[sign] ?? sign).replace(/[\uFFFE\uFFFF]/g, "\uFFFD");
}
