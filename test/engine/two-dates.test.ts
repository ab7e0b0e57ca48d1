import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { evaluate } from "../../src/engine/evaluate.ts";
import { validUntil } from "../../src/engine/valid-until.ts";
import type { Finding, ReportDocument } from "../../src/model/generated/report.ts";
import { dayAfter } from "../../src/model/time/day-after.ts";
import { dayNumber, dayOfNumber } from "../../src/model/time/day-number.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { AS_OF, shippedBundle, sourcesUnder } from "../load-repository.ts";
import { preparedPages } from "../prepared-pages.ts";
import { fileOf } from "./report-on.ts";
import { exampleBundle } from "./shipped-manifests.ts";

const LATER = "2027-06-01";
const { bundle } = exampleBundle();
const submitted = sourcesUnder("examples")
  .filter(({ file }) => /^examples\/[^/]+\/manifests\//.test(file))
  .map((source) => ({ source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) }));
const reports = new Map<string, ReportDocument>();

function reportOn(asOf: string): ReportDocument {
  const known = reports.get(asOf) ?? evaluate(bundle, submitted, { asOf, language: "en", fixes: false });
  reports.set(asOf, known);
  return known;
}

/** All a finding says, but the days it names, and those in its message that are counted from the day of the run. */
function said({ dates, message, ...finding }: Finding): string {
  return JSON.stringify({ ...finding, message: message.replace(/\d{4}-\d{2}-\d{2}/g, "") });
}

type ReportOn = (asOf: string) => ReportDocument;

/** The findings of either report that the other does not have just so. */
function different(from: string, to: string, on: ReportOn = reportOn): readonly Finding[] {
  const [before, after] = [on(from).findings, on(to).findings];
  const [earlier, later] = [new Set(before.map(said)), new Set(after.map(said))];
  return [
    ...before.filter((finding) => !later.has(said(finding))),
    ...after.filter((finding) => !earlier.has(said(finding))),
  ];
}

/** Those of them that name no day between the two; `on` is the first day on which it is so. */
function unexplained(from: string, to: string, on: ReportOn = reportOn): readonly object[] {
  return different(from, to, on)
    .filter(({ dates }) => !dates.some(({ on }) => from < on && on <= to))
    .map(({ rule, location, message, dates }) => ({ between: [from, to], rule, location, message, dates }));
}

/** All that is found, on any date, in what the examples of the policy pages are: their manifest and the files beside it. */
function pageReports(): readonly { readonly name: string; readonly on: ReportOn }[] {
  const { bundle } = shippedBundle();
  return preparedPages().flatMap(({ place, prepared: { judgeable } }) => {
    if (judgeable === undefined) return [];
    const { manifest, surroundings } = judgeable;
    const { waivers, arrangements } = surroundings;
    const source = fileOf(manifest.file, manifest.text);
    const shown = [{ source, loaded: { ok: true, document: manifest } as const }];
    const options = { language: "en", fixes: false, judges: () => true } as const;
    const among = { ...surroundings, read: () => [source] };
    const on: ReportOn = (asOf) =>
      evaluate({ ...bundle, waivers, arrangements }, shown, { ...options, asOf, surroundings: among });
    return [{ name: place, on }];
  });
}

/** What a report says beside its findings and what follows from them. */
function rest({ as_of, verdict, manifests, findings, counts, ...others }: ReportDocument) {
  return { ...others, manifests: manifests.map(({ id, file, tier }) => ({ id, file, tier })) };
}

describe("the examples on two dates", () => {
  it("differ only where a finding names the day that decides it", () => {
    expect(different(AS_OF, LATER).length).toBeGreaterThan(10);
    expect(unexplained(AS_OF, LATER)).toEqual([]);
    expect(rest(reportOn(LATER))).toEqual(rest(reportOn(AS_OF)));
  });

  it.for([
    ["2026-06-30", "2026-07-01"],
    [AS_OF, "2026-12-31"],
    ["2027-03-31", "2027-04-01"],
    ["2027-04-01", "2028-02-29"],
  ] as const)("differ so between %s and %s", ([from, to]) => {
    expect(different(from, to)).not.toEqual([]);
    expect(unexplained(from, to)).toEqual([]);
  });

  it("differ so between any two", () => {
    const day = fc.integer({ min: dayNumber("2019-01-01"), max: dayNumber("2030-12-31") });
    fc.assert(
      fc.property(day, day, (one, other) => {
        const [from = "", to = ""] = [one, other].map((number) => dayOfNumber(number) ?? "").sort();
        expect(unexplained(from, to)).toEqual([]);
      }),
      { numRuns: 1 },
    );
  });
});

describe("the examples of the policy pages on two dates", () => {
  it("differ only so too, some of them at random between random days", () => {
    const pages = pageReports();
    expect(pages.length).toBeGreaterThan(100);
    const day = fc.integer({ min: dayNumber("2026-06-01"), max: dayNumber("2028-12-31") });
    fc.assert(
      fc.property(fc.constantFrom(...pages), day, day, ({ name, on }, one, other) => {
        const [from = "", to = ""] = [one, other].map((number) => dayOfNumber(number) ?? "").sort();
        expect({ name, unexplained: unexplained(from, to, on) }).toEqual({ name, unexplained: [] });
      }),
      { numRuns: 25 },
    );
  });
});

describe("a day that a finding names", () => {
  const asOf = "2027-03-29";
  const report = reportOn(asOf);

  it("is the day up to which the verdict is valid, where one ahead is near", () => {
    const until = validUntil(report, reportOn);
    const turned = [...report.findings, ...reportOn(until).findings].filter(({ dates }) =>
      dates.some(({ on }) => on === until),
    );
    expect(until < "2027-04-28").toBe(true);
    expect(turned).not.toEqual([]);
  });

  it("stands once, in order, and is a day of the calendar", () => {
    for (const { dates } of reportOn(AS_OF).findings) {
      const days = dates.map(({ on, reason, note }) => `${on} ${reason} ${note}`);
      expect(days).toEqual([...new Set(days)].sort());
      for (const { on } of dates) expect(dayAfter(on)).toBeDefined();
    }
  });
});
