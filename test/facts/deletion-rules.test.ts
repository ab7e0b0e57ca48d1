import { readFileSync } from "node:fs";
import { globSync } from "tinyglobby";
import { describe, expect, it } from "vitest";
import { buildFacts } from "../../src/facts/build-facts.ts";
import { once } from "../../src/facts/once.ts";
import { setRows } from "../../src/facts/set-rows.ts";
import type { Document, Manifest } from "../../src/model/document.ts";
import type { PolicyDocument } from "../../src/model/generated/policy.ts";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import type { Row } from "../../src/model/row.ts";
import type { CompiledClause, CompiledRule } from "../../src/model/rule.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { compileRules } from "../../src/rules/compile-rules.ts";
import { publishedRegistry } from "../registry/registry-files.ts";
import { type Path, pathsIn, without } from "./deleting.ts";
import { among, example, TODAY } from "./facts-of.ts";
import { arrangement, plan } from "./set-files.ts";
import { watched } from "./watched.ts";

const registry = publishedRegistry();
const { policies } = checkPolicies(globSync("policies/*/policy.yaml").sort().map(loadPolicy), vocabulary);
const rules = compileRules(policies, { asOf: TODAY });

function loadPolicy(file: string): Document<PolicyDocument> {
  const loaded = loadDocument(
    { file, bytes: readFileSync(file), mode: "100644" },
    { gate: false, kind: "Policy" },
  );
  if (!loaded.ok) throw new Error(`${file}: ${loaded.problems[0]?.message}`);
  // Loaded as a policy, so its validator has accepted the value.
  return loaded.document as Document & Document<PolicyDocument>;
}

/** Those of some rules that a manifest breaks, or may break, beside the files of its municipality, which nobody deletes from. */
function broken(manifest: Manifest, asked: readonly CompiledRule[]): readonly CompiledRule[] {
  const surroundings = among({
    manifests: [manifest],
    arrangements: [
      arrangement("active: true\npartner: { name: Xiamen, country: CN, kind: city, vendor: none }"),
    ],
    plan: plan("2026-07-01"),
  });
  const context = { registry, asOf: TODAY, tier: rules.tier, surroundings };
  const facts = buildFacts(manifest, context);
  const concentrations = once(() =>
    setRows("concentration", surroundings, { ...context, rules: rules.rules }),
  );
  const rowsOf = ({ subject }: CompiledClause): readonly Row[] => {
    if (subject === "concentration") return concentrations().map(({ row }) => row);
    return subject === "owner" || subject === "listing"
      ? facts.rows("party").flatMap((party) => party.nested(subject))
      : facts.rows(subject);
  };
  const isBroken = (clause: CompiledClause) =>
    rowsOf(clause).some((row) => ["fail", "unknown"].includes(clause.outcome(row)));
  return asked.filter(({ clauses }) => clauses.some(isBroken));
}

/** What a manifest cannot be without, and items, since a list without one item is another list. */
function canGo(path: Path): boolean {
  const needed = /^(apiVersion|kind|metadata(\/(id|title|municipality|status)(\/.*)?)?)$/;
  return typeof path.at(-1) === "string" && !needed.test(path.join("/"));
}

describe("deleting any key of an example", () => {
  it.for([
    "sde-tavor/manifests/il-9901-cam-promenade.yaml",
    "kfar-rimon/manifests/il-9906-cam-gate.yaml",
    "tel-hadas/manifests/il-9909-plates-north.yaml",
  ])("leaves every rule broken that was: %s", (file) => {
    const whole = example(file);
    const before = broken(whole, rules.rules);
    expect(before.length).toBeGreaterThan(2);
    const readers = before.map((rule) => {
      const watch = watched<Manifest>(whole);
      broken(watch.document, [rule]);
      return { rule, hasRead: watch.hasRead };
    });
    const lost = pathsIn(whole)
      .filter(canGo)
      .flatMap((path) => {
        const asked = readers.flatMap(({ rule, hasRead }) => (hasRead(path) ? [rule] : []));
        const after = broken(without(whole, [path]), asked);
        return asked
          .filter((rule) => !after.includes(rule))
          .map(({ id }) => `${id} without ${path.join(".")}`);
      });
    expect(lost).toEqual([]);
  });
});
