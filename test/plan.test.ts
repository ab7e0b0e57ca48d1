import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { ENGINE_PARAMETERS } from "../src/model/engine-parameters.ts";
import type { Objective } from "../src/model/generated/plan.ts";
import { addDuration } from "../src/model/time/add-duration.ts";
import { parseDuration } from "../src/model/time/parse-duration.ts";
import { ROOT, shippedBundle, sourcesUnder } from "./load-repository.ts";

const { bundle } = shippedBundle();
const plan = bundle.plan?.value;
const objectives: readonly Objective[] = plan?.objectives ?? [];
const { policies } = bundle.policies;
const rules = new Map(policies.flatMap((policy) => policy.rules.map((rule) => [rule.id, { rule, policy }])));

/** The one value a parameter of the national map has. */
function mapped(name: string) {
  const map = policies.find(({ document }) => document.value.id === "national-map");
  return map?.parameters.get(name)?.values.map(({ value }) => value);
}

describe("the plan", () => {
  it("is adopted on the day from which the national map tells new from existing", () => {
    expect(mapped("scheme_start")).toEqual([plan?.adopted_on]);
  });

  it("ends its grace period on the day by which the national map wants existing systems declared", () => {
    const grace = parseDuration(plan?.grace_period ?? "");
    const end = grace && addDuration(plan?.adopted_on ?? "", grace, 1);
    expect(mapped("declare_by")).toEqual([end]);
    const undeclared = rules.get("INV-05")?.rule.clauses.find(({ id }) => id === "b");
    expect(undeclared?.effective).toBe(end && addDuration(end, { months: 0, seconds: 86_400 }, 1));
  });

  it("has an objective for every policy, and names no other", () => {
    const served = new Set(objectives.flatMap((objective) => objective.policies ?? []));
    const own = policies.map(({ document }) => document.value.id);
    expect([...served].sort()).toEqual([...own].sort());
  });

  it("lists the numbers of local authorities from the earliest day on", () => {
    const days = (plan?.authorities ?? []).map(({ as_of }) => as_of);
    expect(days).toEqual([...new Set(days)].sort());
    expect(days).not.toEqual([]);
  });
});

describe("every objective of the plan", () => {
  const named = objectives.map((objective) => [objective.id, objective] as const);

  it.for(named)("%s has a target, a day, an owner and three languages", ([, objective]) => {
    const { target, date, owner, title, indicator } = objective;
    expect(target).toEqual(expect.any(Number));
    expect(date).toMatch(/^\d{4}-\d{2}-\d{2}$/);
    expect(owner).toMatchObject({ role: expect.any(String) });
    for (const texts of [title, indicator]) {
      expect(texts).toEqual({ en: expect.any(String), he: expect.any(String), ar: expect.any(String) });
    }
  });

  it.for(named)("%s rests on sources of the plan or on its own choice", ([, { basis = [] }]) => {
    const known = ["proposal", ...Object.keys(plan?.sources ?? {})];
    expect(basis).not.toEqual([]);
    expect(basis.filter((key) => !known.includes(key))).toEqual([]);
  });

  it.for(named)("%s is measured by rules of its policies that look at what it counts", ([, objective]) => {
    const { measured_by, policies: served = [] } = objective;
    if (measured_by === undefined || "declared_by" in measured_by) return;
    const counts = "share_of" in measured_by;
    const subject = counts ? measured_by.share_of : measured_by.count_of;
    for (const id of counts ? measured_by.passing : measured_by.failing) {
      const found = rules.get(id);
      expect(served, id).toContain(found?.policy.document.value.id);
      const looksAt = found?.rule.clauses.map((clause) => clause.subject) ?? [];
      if (subject !== "system") expect(looksAt, id).toContain(subject);
    }
  });
});

describe("a parameter that the engine reads", () => {
  const code = sourcesUnder("src").filter(
    ({ file }) => file.endsWith(".ts") && file !== "src/model/engine-parameters.ts",
  );
  const words = new Set(
    code.flatMap(({ file }) => readFileSync(join(ROOT, file), "utf8").match(/\w+/g) ?? []),
  );
  const listed = Object.entries(ENGINE_PARAMETERS).flatMap(([policy, names]) =>
    names.map((name) => [name, policy] as const),
  );

  it.for(listed)("%s stands in %s and is named where it is read", ([name, policy]) => {
    const owner = policies.find(({ document }) => document.value.id === policy);
    expect([...(owner?.parameters.keys() ?? [])]).toContain(name);
    expect(words.has(name)).toBe(true);
  });
});
