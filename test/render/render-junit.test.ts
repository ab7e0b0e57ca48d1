import fc from "fast-check";
import { expect, it } from "vitest";
import { renderJunit } from "../../src/render/render-junit.ts";
import { makeFinding, makeHostileFinding, makeReport } from "./make-report.ts";

const fails = (effect: string) => effect === "block" || effect === "approve";

it("is a suite for each file and a case for each finding; a file without one is a case that passes", () => {
  const report = makeReport([
    makeFinding(),
    makeFinding({ rule: "RET-04", clause: "a", effect: "warn", why: null, help: null }),
    makeFinding({ state: "waived", waiver: "W-2026-014" }),
    makeFinding({ effect: "warn", state: "upcoming", upcoming: { reason: "effective", from: "2027-01-01" } }),
  ]);
  expect(renderJunit(report, { fails })).toMatchInlineSnapshot(`
    "<?xml version="1.0" encoding="UTF-8"?>
    <testsuites name="Bylaw" tests="6" failures="1" errors="0" skipped="2">
      <testsuite name="manifests/northport/cameras.yaml" tests="4" failures="1" errors="0" skipped="2">
        <testcase classname="manifests/northport/cameras.yaml" name="RET-01 Raw video is deleted quickly (/data/retention/0, 2:34)" file="manifests/northport/cameras.yaml" line="2">
          <failure type="block" message="\`video_raw\` is kept 90 days; the limit is 30 days">\`video_raw\` is kept 90 days; the limit is 30 days
    the longer footage is kept, the more harm a leak or misuse can do
    set \`period\` to P30D or less</failure>
        </testcase>
        <testcase classname="manifests/northport/cameras.yaml" name="RET-04(a) Raw video is deleted quickly (/data/retention/0, 2:34)" file="manifests/northport/cameras.yaml" line="2">
          <system-out>\`video_raw\` is kept 90 days; the limit is 30 days</system-out>
        </testcase>
        <testcase classname="manifests/northport/cameras.yaml" name="RET-01 Raw video is deleted quickly (/data/retention/0, 2:34)" file="manifests/northport/cameras.yaml" line="2">
          <skipped message="W-2026-014; \`video_raw\` is kept 90 days; the limit is 30 days"/>
        </testcase>
        <testcase classname="manifests/northport/cameras.yaml" name="RET-01 Raw video is deleted quickly (/data/retention/0, 2:34)" file="manifests/northport/cameras.yaml" line="2">
          <skipped message="upcoming; binds from 2027-01-01; \`video_raw\` is kept 90 days; the limit is 30 days"/>
        </testcase>
      </testsuite>
      <testsuite name="manifests/northport/lights.yaml" tests="1" failures="0" errors="0" skipped="0">
        <testcase classname="manifests/northport/lights.yaml" name="manifests/northport/lights.yaml"/>
      </testsuite>
      <testsuite name="manifests/southport/parking.yaml" tests="1" failures="0" errors="0" skipped="0">
        <testcase classname="manifests/southport/parking.yaml" name="manifests/southport/parking.yaml"/>
      </testsuite>
    </testsuites>
    "
  `);
});

it.for([
  ["approve", 1],
  ["warn", 0],
] as const)(
  "counts an open finding of effect `%s` as a failure where it fails the run",
  ([effect, count]) => {
    expect(renderJunit(makeReport([makeFinding({ effect })]), { fails })).toContain(`failures="${count}"`);
  },
);

it("is well formed whatever was submitted: no stray sign, no character that XML has no way to write", () => {
  fc.assert(
    fc.property(fc.string({ unit: "binary" }), (text) => {
      const xml = renderJunit(
        makeReport([makeHostileFinding(text), makeHostileFinding(text, { effect: "warn" })]),
        {
          fails,
        },
      );
      // Tags with double-quoted attributes, references, and text without markup: nothing else is left over.
      const rest = xml.replace(
        /<[?/]?[a-z-]+(?: [a-z]+="[^"<&]*(?:&[a-z]+;[^"<&]*)*")*\??\/?>|&(?:amp|lt|gt|quot|apos);/gi,
        "",
      );
      expect(rest).not.toMatch(/[<>&]/);
      expect(xml).not.toMatch(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/u);
    }),
  );
});
