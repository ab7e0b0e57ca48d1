import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Finding, ReportDocument } from "../../src/model/generated/report.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { sourcesUnder } from "../load-repository.ts";
import { exampleBundle } from "./shipped-manifests.ts";

const { bundle } = exampleBundle();
const submitted = sourcesUnder("examples")
  .filter(({ file }) => /\/manifests\//.test(file))
  .map((source) => ({ source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) }));
/** Every day that stands in a file. One that stands in none was counted from the day of the run. */
const WRITTEN = new Set(
  [...sourcesUnder("policies"), ...sourcesUnder("examples")].flatMap(
    ({ bytes }) => new TextDecoder().decode(bytes).match(/\d{4}-\d{2}-\d{2}/g) ?? [],
  ),
);
const reports = new Map<string, ReportDocument>();

function reportOn(asOf: string): ReportDocument {
  const known = reports.get(asOf) ?? evaluate(bundle, submitted, { asOf, language: "en", fixes: false });
  reports.set(asOf, known);
  return known;
}

/** A finding without the days it names, so that two that say the same are one text. */
function said({ dates, ...finding }: Finding, asOf: string): string {
  const message = finding.message.replace(/\d{4}-\d{2}-\d{2}/g, (day) =>
    day === asOf || !WRITTEN.has(day) ? "" : day,
  );
  return JSON.stringify({ ...finding, message });
}

/** What is in one report only, or not the same in both, and names no day between the two. */
function unexplained(from: string, to: string): readonly string[] {
  const [before, after] = [reportOn(from), reportOn(to)];
  const inBoth = new Set(before.findings.map((finding) => said(finding, from)));
  const same = new Set(after.findings.map((finding) => said(finding, to)).filter((text) => inBoth.has(text)));
  const between = ({ on }: { readonly on: string }) => from < on && on <= to;
  return [before, after].flatMap(({ as_of, findings }) =>
    findings
      .filter((finding) => !same.has(said(finding, as_of)) && !finding.dates.some(between))
      .map(({ rule, clause, location, message, dates }) => {
        const days = dates.map(({ on, note }) => `${on} ${note}`).join("; ");
        return `${as_of}: ${rule}(${clause}) ${location.file}:${location.line} ${message} [${days}]`;
      }),
  );
}

const DATES = ["2019-06-01","2021-03-01", "2024-12-31", "2026-06-30", "2026-07-01", "2026-11-23", "2027-01-05", "2027-03-31", "2027-04-01","2027-06-01", "2028-02-29", "2030-01-01"];

describe("scratch", () => {
  it("shown", () => {
    const t = Date.now();
    const a = reportOn("2026-11-23");
    console.log(Date.now() - t, a.findings.length);
    for (const f of a.findings.filter((f) => f.dates.length > 2).slice(0, 12)) console.log(f.rule, f.message.slice(0, 80), f.dates.map((d) => `\n    ${d.on} ${d.reason} ${d.note}`).join(""));
    expect(unexplained("2026-11-23", "2027-06-01")).toEqual([]);
  });
  it("all", () => {
    const bad: string[] = [];
    const diff = (a: string, b: string, text: string) => {
      const m = /^(\S+): (\S+) (\S+):(\d+) /.exec(text);
      const side = m?.[1] === a ? b : a;
      const mine = reportOn(m?.[1] ?? "").findings;
      return `${a}..${b} ${text.slice(0, 700)}`;
    };
    for (const a of DATES) for (const b of DATES) if (a < b) bad.push(...unexplained(a, b).map((x) => diff(a, b, x)));
    const seen = new Map<string, number>();
    const one = bad.filter((x) => { const k = / \S+: (\S+)\(/.exec(x)?.[1] ?? ""; seen.set(k, (seen.get(k) ?? 0) + 1); return (seen.get(k) ?? 0) <= 2; });
    console.log(bad.length, JSON.stringify([...seen]), one.join("\n"));
    expect(bad.length).toBe(0);
  }, 200000);
});
