import { describe, expect, it } from "vitest";
import overlaySchema from "../../schemas/overlay.schema.json" with { type: "json" };
import policySchema from "../../schemas/policy.schema.json" with { type: "json" };
import { loadBundle } from "../../src/engine/load-bundle.ts";
import type { FileProblem } from "../../src/model/document.ts";
import { ENGINE_PARAMETERS } from "../../src/model/engine-parameters.ts";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import type { Source } from "../../src/model/source.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { overlayPolicies } from "../../src/rules/overlays/overlay-policies.ts";
import { fileOf } from "../engine/report-on.ts";
import { shippedBundle } from "../load-repository.ts";
import { changedPolicies, HEAD, rule, STAGED, value } from "../overlay-texts.ts";

const { bundle } = shippedBundle();
const BASE = {
  documents: bundle.policyDocuments,
  policies: bundle.policies,
  packs: bundle.plan?.value.packs ?? {},
  vocabulary,
};

/** What is refused of an overlay over the shipped policies, or of more than one of a municipality. */
function refusedOf(...texts: readonly string[]): readonly FileProblem[] {
  const loaded = texts.map((text, index) =>
    loadDocument(fileOf(`overlays/${index + 1}.yaml`, text), { gate: false, kind: "Overlay" }),
  );
  const unread = loaded.flatMap((one) => (one.ok ? [] : one.problems));
  if (unread.length > 0) return unread;
  return overlayPolicies(
    BASE,
    loaded.flatMap((one) => (one.ok ? [one.document] : [])),
  ).problems;
}

/** What is refused where policies were edited. */
function refusedOver(policies: readonly Source[], text: string): readonly FileProblem[] {
  return loadBundle([...policies, fileOf("overlays/1.yaml", text)], { gate: false }).problems;
}

describe("an overlay that is looser somewhere is refused, with a case in which it is", () => {
  it("in words, as a fragment of a manifest, and with what the policy asks", () => {
    const [problem, ...rest] = refusedOf(
      HEAD + value("raw_video_max", "2026-12-01", "{ sensitive: P7D, ordinary: P45D }"),
    );
    expect(rest).toEqual([]);
    expect(problem).toEqual({
      stage: "language",
      kind: "Overlay",
      location: { file: "overlays/1.yaml", line: 11, column: 36, end_line: 11, end_column: 70 },
      pointer: "/parameters/raw_video_max/values/0/value",
      message:
        "`RET-01` is looser with this value of `raw_video_max`, though tighter elsewhere: on 2026-12-01, for a case of Retention line (automatic deletion: switched on; kind of data kept: raw video; written justification: `text`; retention period: 38 days; sites covered: ordinary sites), the policy says: fails (block); the overlay says: passes",
      help: "write values nowhere looser than the policy's on 2026-12-01 (`raw_video_max`: 14 days (sensitive sites), 30 days (ordinary sites)), or remove them",
      witness: `# retention.sites: ordinary
data:
  retention:
    - auto_delete: true
      data: video_raw
      justification: "text"
      period: P38D
`,
    });
  });

  it.for([
    ["longer in every row", "raw_video_max", "2026-12-01", "{ sensitive: P15D, ordinary: P31D }", "RET-01"],
    [
      "overtaken by a value announced",
      "raw_video_max",
      "2026-12-01",
      "{ sensitive: P14D, ordinary: P25D }",
      "2027-04-01",
    ],
    [
      "a month where days are asked",
      "raw_video_max",
      "2026-12-01",
      "{ sensitive: P7D, ordinary: P1M }",
      "RET-01",
    ],
    ["shorter where longer is asked", "access_log_min", "2026-12-01", "P12M", "RET-05"],
    ["looser in days gone by", "access_log_min", "2018-05-08", "P12M", "on 20"],
    ["one renewal more", "hold_renewals_max", "2026-12-01", "2", "RET-04"],
  ] as const)("%s", ([, name, from, written, expected]) => {
    const found = refusedOf(HEAD + value(name, from, written));
    expect(found).toHaveLength(1);
    expect(found[0]?.message).toContain(expected);
    expect(found[0]?.message).toContain("looser");
    expect(found[0]?.witness).toContain("data:");
  });

  it.for([
    ["shorter", "raw_video_max", "{ sensitive: P7D, ordinary: P20D }"],
    ["the same", "raw_video_max", "{ sensitive: P14D, ordinary: P21D }"],
    ["longer where longer is asked", "access_log_min", "P36M"],
    ["days within the shortest of so many months", "deletion_test_age", "P120D"],
    ["one renewal less", "hold_renewals_max", "0"],
  ] as const)("not so: %s", ([, name, written]) => {
    expect(refusedOf(HEAD + value(name, "2026-12-01", written))).toEqual([]);
  });

  it("where it reaches a rule of another policy through a definition", () => {
    const defined = changedPolicies("data-retention", (text) =>
      text.replace(
        /^rules:$/m,
        `definitions:
  retention.long:
    title: { en: Long }
    means: [{ fact: retention.period, more_than: { parameter: justify_above } }]
$&`,
      ),
    );
    const asked = rule(
      "PRV-99",
      `${STAGED}subject: retention\n    require: [{ fact: retention.long, is: false }]`,
    );
    const policies = defined.map((source) =>
      source.file === "policies/privacy/policy.yaml"
        ? fileOf(source.file, `${new TextDecoder().decode(source.bytes)}${asked.replace("rules:\n", "")}`)
        : source,
    );
    const found = refusedOver(policies, HEAD + value("justify_above", "2026-12-01", "P5D"));
    expect(found.map(({ message }) => message).join("\n")).toContain(
      "`PRV-99` is looser with this value of `justify_above`",
    );
  });
});

describe("an overlay is refused for what it names", () => {
  it.for([
    ["nothing at all", HEAD, "the overlay changes nothing"],
    [
      "a policy there is none of",
      HEAD.replace("data-retention", "data-retentoin") + value("x", "2026-12-01", "1"),
      "unknown policy `data-retentoin`; one with a similar name exists: `data-retention`",
    ],
    [
      "a parameter the policy has not",
      HEAD + value("raw_video_mx", "2026-12-01", "P1D"),
      "unknown parameter `raw_video_mx`; one with a similar name exists: `raw_video_max`",
    ],
    ["a row too few", HEAD + value("raw_video_max", "2026-12-01", "{ sensitive: P7D }"), "`ordinary`"],
    ["a value of another type", HEAD + value("hold_max", "2026-12-01", "30"), "`hold_max`"],
    [
      "a basis nobody has declared",
      HEAD + value("hold_max", "2026-12-01", "P30D").replace("proposal", "council"),
      "unknown source `council`",
    ],
    [
      "a source of the policy",
      `${HEAD}sources: { gdpr: { title: Another, kind: other, verified: false } }\n${value("hold_max", "2026-12-01", "P30D")}`,
      "`gdpr` is a source of the policy already",
    ],
    [
      "how findings are handled",
      HEAD.replace("data-retention", "governance") + value("waiver_max", "2026-12-01", "P90D"),
      "`waiver_max` says how findings are handled and is the same everywhere",
    ],
    [
      "a rule by another municipality's number",
      HEAD + rule("M9901-01", `${STAGED}require: [{ fact: system.personal_data, is: false }]`),
      "ids that begin with `M9930-`, not `M9901-01`",
    ],
    [
      "a rule about decisions",
      HEAD + rule("M9930-01", "subject: waiver\n    require: [{ fact: waiver.renewals, at_most: 0 }]"),
      "a `waiver` is looked at by national rules alone",
    ],
    [
      "a fact there is none of",
      HEAD + rule("M9930-01", `${STAGED}require: [{ fact: system.personal_dat, is: false }]`),
      "unknown fact `system.personal_dat`; one with a similar name exists: `system.personal_data`",
    ],
    [
      "a rule on a country alone",
      HEAD.replace("data-retention", "trusted-vendors") +
        rule(
          "M9930-01",
          `${STAGED}subject: party\n    reads_country: true\n    require: [{ fact: party.arrangement_until, is: none }]`,
        ),
      "no rule rests on a supplier's country alone (VEN-14)",
    ],
  ] as const)("%s", ([, text, expected]) => {
    const found = refusedOf(text);
    expect(found.map(({ message }) => message).join("\n")).toContain(expected);
    for (const { kind, location } of found) {
      expect({ kind, file: location.file }).toEqual({ kind: "Overlay", file: "overlays/1.yaml" });
    }
  });

  it("a second overlay of the same policy and municipality", () => {
    const text = HEAD + value("hold_max", "2026-12-01", "P30D");
    const [problem, ...rest] = refusedOf(text, text);
    expect(rest).toEqual([]);
    expect(problem?.message).toBe("`overlays/1.yaml` adds to `data-retention` already");
    expect(problem?.location.file).toBe("overlays/2.yaml");
  });

  it("no key of its own beyond the form: no definitions, no tiers, no rule kept by the program", () => {
    for (const more of ["definitions: {}\n", "tiers: {}\n", "status: active\n"]) {
      const found = refusedOf(HEAD + value("hold_max", "2026-12-01", "P30D") + more);
      expect(found.map(({ stage }) => stage)).toEqual(["schema"]);
    }
    expect(refusedOf(HEAD + rule("M9930-01", "kept_by: engine")).map(({ stage }) => stage)).toContain(
      "schema",
    );
  });
});

it("the policy's own values are accepted for every parameter but those that are the same everywhere", () => {
  const sameEverywhere = bundle.policyDocuments.flatMap(({ value: policy }) => {
    const asked = (but: ReadonlySet<string>) =>
      Object.entries(policy.parameters ?? {}).flatMap(([name, { values }]) =>
        but.has(name)
          ? []
          : [[name, { values: values.map((dated) => ({ ...dated, basis: { source: "proposal" } })) }]],
      );
    const refused = new Set<string>();
    for (;;) {
      const parameters = asked(refused);
      if (parameters.length === 0) break;
      const overlay = `${HEAD.replace("data-retention", policy.id)}parameters: ${JSON.stringify(Object.fromEntries(parameters))}\n`;
      const found = refusedOf(overlay);
      if (found.length === 0) break;
      for (const { pointer, message } of found) {
        expect(message).toContain("is the same everywhere");
        refused.add(pointer.split("/")[2] ?? "");
      }
    }
    return [...refused].map((name) => `${policy.id}.${name}`);
  });
  const byEngine = Object.entries(ENGINE_PARAMETERS).flatMap(([policy, names]) =>
    names.map((name) => `${policy}.${name}`),
  );
  const ofLists = ["trusted-vendors.list_age", "trusted-vendors.list_age_hard"];
  expect(sameEverywhere.sort()).toEqual([...byEngine, ...ofLists].sort());
});

it("a value that decides the tier is the same everywhere", () => {
  const policies = changedPolicies("national-map", (text) =>
    text
      .replace(
        /^parameters:$/m,
        `$&
  tier_subjects:
    type: integer
    title: { en: "People from whom on a system weighs more" }
    values: [{ from: 2026-07-01, value: 100000, basis: { source: proposal } }]`,
      )
      .replace(
        /^ {6}- any:\n(?= {10}- \{ fact: system.one_to_many)/m,
        "$&          - { fact: system.data_subjects, at_least: { parameter: tier_subjects } }\n",
      ),
  );
  const text = HEAD.replace("data-retention", "national-map") + value("tier_subjects", "2026-12-01", "1");
  expect(refusedOver(policies, text).map(({ message }) => message)).toEqual([
    "`tier_subjects` decides the tier, which is the same everywhere",
  ]);
});

it("has the form of a policy: a part of its schema that a policy's has too says the same there", () => {
  const parts: Readonly<Record<string, unknown>> = policySchema.$defs;
  const { rule: ownRule, parameter: _, ...shared } = overlaySchema.$defs;
  for (const [name, part] of Object.entries(shared))
    expect({ name, part }).toEqual({ name, part: parts[name] });
  const { id: __, ...asked } = ownRule.properties;
  const { id: ___, kept_by, test, ...known } = policySchema.$defs.rule.properties;
  expect(kept_by && test).toBeDefined();
  expect(asked).toEqual(known);
});
