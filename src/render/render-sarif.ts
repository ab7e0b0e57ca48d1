import type { Location, Log, ReportingDescriptor, Result, Run, Fix as SarifFix } from "sarif";
import type { Finding, ReportDocument, ReportLocation } from "../model/generated/report.ts";
import type { Language } from "../model/language.ts";
import { bindingWords } from "./finding-notes.ts";
import { ruleText, sarifLevel, sarifRules } from "./sarif-rules.ts";
import { uriPath } from "./uri-path.ts";
import { oneLine } from "./visible.ts";
import { sayIn } from "./words.ts";
import { worstFirst } from "./worst-first.ts";

export interface SarifOptions {
  readonly language?: Language;
  /** Address of the page about a rule. */
  helpUri?(rule: string): string | undefined;
  /** Most results in one file; the rest, the mildest, are left out and counted. GitHub takes 25,000. */
  readonly limit?: number;
}

const GITHUB_LIMIT = 25_000;

/** A report as SARIF 2.1.0, in the order of the report. */
export function renderSarif(report: ReportDocument, options: SarifOptions = {}): string {
  const language = options.language ?? "en";
  const kept = mostSevere(report.findings, options.limit ?? GITHUB_LIMIT);
  const left = report.findings.length - kept.length;
  const rules = sarifRules(kept, options.helpUri ?? (() => undefined), language);
  const run: Run = {
    tool: {
      driver: { name: "Bylaw", semanticVersion: report.engine, version: report.engine, language, rules },
    },
    invocations: [
      {
        executionSuccessful: true,
        ...(left === 0
          ? {}
          : {
              toolExecutionNotifications: [
                { level: "warning", message: { text: sayIn(language)("leftOut", { n: left }) } },
              ],
            }),
      },
    ],
    columnKind: "utf16CodeUnits",
    results: kept.map((finding) => result(finding, rules, language)),
    properties: {
      asOf: report.as_of,
      verdict: report.verdict,
      digests: report.digests,
      counts: report.counts,
      leftOut: left,
    },
  };
  const log: Log = {
    $schema: "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json",
    version: "2.1.0",
    runs: [run],
  };
  return `${JSON.stringify(log, null, 2)}\n`;
}

function mostSevere(findings: readonly Finding[], limit: number): readonly Finding[] {
  if (findings.length <= limit) return findings;
  const kept = new Set(worstFirst(findings).slice(0, limit));
  return findings.filter((finding) => kept.has(finding));
}

function result(finding: Finding, rules: readonly ReportingDescriptor[], language: Language): Result {
  const binds = bindingWords(finding, sayIn(language));
  const message = [finding.message, binds].filter((part) => part !== undefined).join("; ");
  return {
    ruleId: finding.rule,
    ruleIndex: rules.findIndex(({ id }) => id === finding.rule),
    level: sarifLevel(finding),
    message: { text: plainMessage(message) },
    locations: [place(finding.location)],
    ...(finding.related.length === 0 ? {} : { relatedLocations: finding.related.map(place) }),
    partialFingerprints: { "bylaw/v1": finding.fingerprint },
    suppressions: suppressions(finding),
    ...(finding.fix === null ? {} : { fixes: [sarifFix(finding, finding.fix)] }),
    properties: {
      clause: finding.clause,
      policy: finding.policy,
      outcome: finding.outcome,
      effect: finding.effect,
      state: finding.state,
      severity: finding.severity,
      manifest: finding.manifest,
      subject: finding.subject,
      fact: finding.fact,
      missing: finding.missing,
      restsOn: finding.rests_on,
      path: finding.path,
      alternatives: finding.alternatives,
      help: ruleText(finding, language),
    },
  };
}

/** Brackets would be read as a link and `{0}` as a placeholder: SARIF 2.1.0, 3.11.5 and 3.11.6. */
function plainMessage(text: string): string {
  return oneLine(text)
    .replace(/[\\[\]]/g, "\\$&")
    .replace(/\{(\d+)\}/g, "{{$1}}");
}

function suppressions({ state, waiver }: Finding): NonNullable<Result["suppressions"]> {
  if (state !== "waived" && state !== "approved") return [];
  return [{ kind: "external", status: "accepted", ...(waiver === null ? {} : { justification: waiver }) }];
}

function artifact(file: string): { uri: string; uriBaseId: string } {
  return { uri: uriPath(file), uriBaseId: "%SRCROOT%" };
}

function place({ file, line, column, end_line, end_column }: ReportLocation): Location {
  return {
    physicalLocation: {
      artifactLocation: artifact(file),
      region: { startLine: line, startColumn: column, endLine: end_line, endColumn: end_column },
    },
  };
}

function sarifFix({ location, help }: Finding, fix: NonNullable<Finding["fix"]>): SarifFix {
  return {
    ...(help === null ? {} : { description: { text: plainMessage(help) } }),
    artifactChanges: [
      {
        artifactLocation: artifact(location.file),
        replacements: [
          {
            deletedRegion: { byteOffset: fix.start, byteLength: fix.end - fix.start },
            insertedContent: { text: fix.text },
          },
        ],
      },
    ],
  };
}
