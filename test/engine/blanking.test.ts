import { describe, expect, it } from "vitest";
import { type Path, pathsIn } from "../facts/deleting.ts";
import { at, blanked, isAnsweredElsewhere, isBroken, judge, strongest } from "./judging.ts";
import { pageManifests, submittedExamples } from "./shipped-manifests.ts";

const NEEDED = /^(apiVersion|kind|metadata\/(id|title|municipality|status))(\/|$)/;

const cases = [...submittedExamples(), ...pageManifests(({ expected }) => expected !== "passes")];

describe("a single value replaced by a blank turns no fail and no unknown into a pass", () => {
  it("and there is something to blank", () => {
    expect(cases.length).toBeGreaterThan(60);
  });

  it.for(cases)("$name", ({ manifest, among, asOf, rule }) => {
    const before = judge(manifest, { asOf, among, rules: ({ id }) => rule === undefined || id === rule });
    const broken = [...before.outcomes].flatMap(([subject, outcome]) => (isBroken(outcome) ? [subject] : []));
    const rules = new Set(broken.map(ruleOf));
    const asked = { asOf, among, rules: ({ id }: { id: string }) => rules.has(id) };
    const escaped = pathsIn(manifest)
      .filter((path) => !NEEDED.test(path.join("/")) && isScalar(at(manifest, path)))
      .flatMap((path) => {
        const after = judge(blanked(manifest, path), asked);
        return broken.flatMap((subject) => {
          const how = escapes(subject, before, after, path);
          return how === undefined ? [] : [`${subject} ${how} without ${path.join(".")}`];
        });
      });
    expect(escaped).toEqual([]);
  });
});

type Verdicts = ReturnType<typeof judge>;

/**
 * How a subject got away, if it did. One that is known only by the value blanked (a device by its model, a
 * company by its name) has to leave another subject of the same rule in its place, with the same weight.
 */
function escapes(subject: string, before: Verdicts, after: Verdicts, path: Path): string | undefined {
  const pointer = `/${path.join("/")}`;
  const rule = ruleOf(subject);
  const outcome = after.outcomes.get(subject);
  if (isBroken(outcome) || isAnsweredElsewhere(rule, path)) return undefined;
  if (outcome === "pass") return "passes";
  const ofRule = (verdicts: Verdicts) => verdicts.judged.filter(({ clause }) => clause.rule.id === rule);
  const inItsPlace = ofRule(after).some(
    ({ row, breach }) =>
      !isBroken(before.outcomes.get(`${rule} ${row.subject}:${row.key}`)) ||
      `${pointer}/`.startsWith(`${breach.at}/`),
  );
  if (!inItsPlace) return "is gone";
  return strongest(ofRule(after)) < strongest(ofRule(before)) ? "weighs less" : undefined;
}

function ruleOf(subject: string): string {
  return subject.split(" ", 1)[0] ?? "";
}

function isScalar(value: unknown): boolean {
  return value !== null && typeof value !== "object";
}
