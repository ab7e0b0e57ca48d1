import { describe, expect, it } from "vitest";
import { boundaryTests, wrongPoints } from "../../src/change/coverage/boundary-tests.ts";
import { coverageOfRule, isCovered } from "../../src/change/coverage/coverage-of-rule.ts";
import { createBench } from "../../src/change/mutants/create-bench.ts";
import { compiledByDate, tryMutants } from "../../src/change/mutants/try-mutants.ts";
import { exampleWorld } from "../../src/engine/example-world.ts";
import { prepareExample } from "../../src/engine/judge-example.ts";
import { pageExamples } from "../../src/engine/page-examples.ts";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { shippedBundle, sourcesUnder } from "../load-repository.ts";
import { ruleFrom } from "../rules/policy-from.ts";

const { bundle } = shippedBundle();
const world = exampleWorld(
  bundle,
  sourcesUnder("policies").filter(({ file }) => file.startsWith("policies/example")),
);

/** A rule about lines of retention, ready to be tested by examples. */
function ruleOn(lines: string, rest = "") {
  const document = ruleFrom(`subject: retention\neffect: warn\nstages: [operation]\n${lines}`, rest);
  const { policies, problems } = checkPolicies([document], vocabulary);
  const [rule] = policies.policies[0]?.rules ?? [];
  if (rule === undefined) throw new Error(problems.map(({ message }) => message).join("\n"));
  return { rule, policies, bench: createBench(policies, [document], vocabulary, "test-policy") };
}

function examplesOf(...fences: readonly string[]) {
  const page = fences.map((fence) => `\`\`\`yaml ${fence}\n\`\`\`\n`).join("\n");
  return pageExamples(page).map((example) => prepareExample(example, world));
}

const line = (text: string) => `data: { retention: [${text}] }`;

describe("a condition is covered", () => {
  const { rule, policies } = ruleOn(`
when: [{ fact: retention.data, is: access_log }]
require: [{ any: [{ fact: retention.period, at_least: P24M }, { fact: retention.statute, present: true }] }]`);
  const seen = (...fences: readonly string[]) =>
    coverageOfRule(rule, examplesOf(...fences), policies).map((condition) => [
      condition.pointer.replace("/rules/0/", ""),
      isCovered(condition),
    ]);

  it("once it was seen to hold and not to hold, each alternative by itself", () => {
    const short = `fails=TST-01\n${line("{ data: access_log, period: P1M }, { data: video_raw, period: P1D }")}`;
    const long = `passes=TST-01\n${line("{ data: access_log, period: P24M }")}`;
    expect(seen(short, long)).toEqual([
      ["when/0", true],
      ["require/0/any/0", true],
      ["require/0/any/1", false],
    ]);
  });

  it("only where the rule applies, if it stands in `require`", () => {
    const elsewhere = `passes=TST-01\n${line("{ data: access_log, period: P24M }, { data: video_raw, period: P1D }")}`;
    expect(Object.fromEntries(seen(elsewhere) as [string, boolean][])["require/0/any/0"]).toBe(false);
  });

  it("by nothing where there is no example", () => {
    expect(seen().filter(([, covered]) => covered)).toEqual([]);
  });
});

describe("a mutant dies", () => {
  const fates = (lines: string, ...fences: readonly string[]) => {
    const { rule, bench } = ruleOn(lines);
    const mutants = [
      {
        rule: "TST-01",
        pointer: "",
        change: "effect",
        written: { ...rule.written, effect: "note" as const },
        parameter: undefined,
      },
    ];
    return tryMutants(rule, mutants, examplesOf(...fences), bench).map(({ fate }) => fate.kind);
  };
  const requirement = "require: [{ fact: retention.period, at_most: P40M }]";

  it("by an example that names the effect it changed", () => {
    expect(
      fates(requirement, `fails=TST-01 effect=warn\n${line("{ data: access_log, period: P41M }")}`),
    ).toEqual(["killed"]);
  });

  it("and not by one that leaves the effect open", () => {
    expect(fates(requirement, `fails=TST-01\n${line("{ data: access_log, period: P41M }")}`)).toEqual([
      "survived",
    ]);
  });

  it("nor by one that does not hold for the rule itself", () => {
    expect(
      fates(requirement, `fails=TST-01 effect=block\n${line("{ data: access_log, period: P41M }")}`),
    ).toEqual(["survived"]);
  });
});

describe("around each limit", () => {
  const rest = `
parameters:
  limit:
    type: duration
    title: { en: Limit }
    by: retention.sites
    values:
      - { from: 2026-07-01, value: { ordinary: P30D, sensitive: P14D }, basis: { source: proposal } }
      - { from: 2027-07-01, value: { ordinary: P20D, sensitive: P10D }, basis: { source: proposal } }`;
  const { rule, policies, bench } = ruleOn(
    "require: [{ fact: retention.period, at_most: { parameter: limit } }]",
    rest,
  );
  const tests = boundaryTests(rule, compiledByDate(rule, bench), policies);

  it("the compiled rule is run in each row of a table and from each day a value changes", () => {
    expect(
      tests.map(({ asOf, limit, points }) => [
        asOf,
        [...limit.row.values()].join(),
        points.map(({ point, outcome }) => `${point.side}: ${outcome}`).join(", "),
      ]),
    ).toEqual([
      ["2026-11-23", "ordinary", "under: pass, at: pass, over: fail"],
      ["2026-11-23", "sensitive", "under: pass, at: pass, over: fail"],
      ["2027-07-01", "ordinary", "under: pass, at: pass, over: fail"],
      ["2027-07-01", "sensitive", "under: pass, at: pass, over: fail"],
    ]);
  });

  it("and what does not come out as its limit means is told", () => {
    expect(wrongPoints(tests)).toEqual([]);
    const never = (asOf: string) => {
      const compiled = bench.compile(rule, asOf);
      return {
        ...compiled,
        clauses: compiled.clauses.map((clause) => ({ ...clause, outcome: () => "pass" as const })),
      };
    };
    expect(wrongPoints(boundaryTests(rule, never, policies)).map(({ point }) => point.side)).toEqual([
      "over",
      "over",
      "over",
      "over",
    ]);
  });
});
