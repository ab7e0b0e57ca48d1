import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { wrongPoints } from "../../src/change/coverage/boundary-tests.ts";
import { isCovered } from "../../src/change/coverage/coverage-of-rule.ts";
import { testPolicies } from "../../src/change/mutants/test-policies.ts";
import { exampleWorld } from "../../src/engine/example-world.ts";
import { policyExamples } from "../../src/engine/policy-examples.ts";
import { ROOT, shippedBundle, sourcesUnder } from "../load-repository.ts";

const { bundle } = shippedBundle();
const page = (id: string) => join(ROOT, "policies", id, "README.md");
const pages = new Map(
  bundle.policyDocuments.map(({ value: { id } }) => [
    id,
    policyExamples(existsSync(page(id)) ? readFileSync(page(id), "utf8") : ""),
  ]),
);
const tests = testPolicies(bundle, pages, exampleWorld(bundle, sourcesUnder("policies")), {
  witnesses: false,
});

describe.for(tests.map((test) => [test.document.value.id, test] as const))("policies/%s", ([, test]) => {
  const { document, rules, strays, tiers, meanings } = test;
  const at = (pointer: string) => `${document.file}:${document.locate(pointer).line}`;

  it("has examples that hold, each about a rule of its own", () => {
    const wrong = rules.flatMap(({ rule, examples }) =>
      examples.flatMap((one) =>
        one.wrong === undefined ? [] : `line ${one.example.line} ${rule.id}: ${one.wrong}`,
      ),
    );
    const untrue = tiers.flatMap(({ example, wrong }) =>
      wrong === undefined ? [] : `line ${example.line}: ${wrong}`,
    );
    expect([...wrong, ...untrue, ...strays.map(({ line, rule }) => `line ${line}: no rule ${rule}`)]).toEqual(
      [],
    );
  });

  it("has examples, or is read by rules that have some, that notice every change of a definition or of the ladder", () => {
    const survivors = meanings.flatMap(({ mutant, fate }) =>
      fate.kind === "survived" ? `${at(mutant.pointer)} ${mutant.of.name}: ${mutant.change}` : [],
    );
    expect(survivors).toEqual([]);
  });

  it.for(rules.map((one) => [one.rule.id, one] as const))(
    "%s has examples that notice every change of a condition, and see each hold and not hold",
    ([, { mutants, conditions, boundaries }]) => {
      const survivors = mutants.flatMap(({ mutant, fate }) =>
        fate.kind === "survived" ? `${at(mutant.pointer)}: ${mutant.change}` : [],
      );
      const unseen = conditions
        .filter((condition) => !isCovered(condition))
        .map(({ pointer }) => `${at(pointer)}: not seen both ways`);
      const wrong = wrongPoints(boundaries).map(
        ({ test, point }) => `${at(test.limit.pointer)}: ${point.side} the limit not ${point.expected}`,
      );
      expect([...survivors, ...unseen, ...wrong]).toEqual([]);
    },
  );
});
