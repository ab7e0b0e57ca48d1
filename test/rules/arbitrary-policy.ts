import fc from "fast-check";
import { type FactValue, NONE, UNKNOWN } from "../../src/model/value.ts";
import { fakeRow } from "./fake-row.ts";
import { vocabulary } from "./test-vocabulary.ts";

type Written = Readonly<Record<string, unknown>>;

const DURATIONS = [
  "PT0S",
  "PT72H",
  "P1D",
  "P14D",
  "P28D",
  "P30D",
  "P31D",
  "P59D",
  "P1M",
  "P2M",
  "P6M90D",
  "P12M",
  "P365D",
  "P1Y",
  "P2W",
];
const WHOLE_DAYS = DURATIONS.filter((text) => !text.startsWith("PT") || text === "PT72H");
const DATES = [
  "2024-02-29",
  "2025-11-23",
  "2026-05-23",
  "2026-08-31",
  "2026-11-22",
  "2026-11-23",
  "2026-11-24",
  "2027-02-28",
];

/** Facts a row of each subject reads in these tests. */
const READABLE: Readonly<Record<string, readonly string[]>> = {
  system: ["system"],
  retention: ["retention", "system"],
  party: ["party", "system"],
  placement: ["placement", "site", "party", "system"],
  owner: ["owner", "party", "system"],
  listing: ["listing", "party", "system"],
};

function factsOf(subject: string): readonly string[] {
  const scopes = READABLE[subject] ?? [];
  return Object.keys(vocabulary.facts).filter(
    (name) => name === "today" || scopes.includes(name.split(".")[0] ?? ""),
  );
}

function valuesOf(name: string): readonly string[] {
  const fact = vocabulary.facts[name];
  return fact?.values ?? vocabulary.facts[fact?.of ?? ""]?.values ?? [];
}

function literal(name: string): fc.Arbitrary<unknown> {
  switch (vocabulary.facts[name]?.type) {
    case "boolean":
      return fc.boolean();
    case "integer":
      return fc.integer({ min: 0, max: 4 });
    case "number":
      return fc.constantFrom(0, 25, 49.5, 50, 100);
    case "date":
      return fc.constantFrom(...DATES);
    case "duration":
      return fc.constantFrom(...DURATIONS);
    case "text":
      return fc.constantFrom("x", "y");
    default:
      return fc.constantFrom(...valuesOf(name).filter((value) => value !== "none"));
  }
}

function several(name: string): fc.Arbitrary<readonly string[]> {
  return fc.subarray([...valuesOf(name).filter((value) => value !== "none")], { minLength: 1 });
}

/** One comparison of a fact that can be read at a subject; often one the checker refuses, which then drops the case. */
function comparison(
  subject: string,
  list: "require" | "other",
  definitions: readonly string[],
): fc.Arbitrary<Written> {
  const facts = factsOf(subject).filter((name) => name !== "today");
  const readable = READABLE[subject] ?? [];
  const known = definitions.filter((name) => readable.includes(name.split(".")[0] ?? ""));
  const onFact = fc.constantFrom(...facts).chain((fact) => onType(fact, subject, list));
  if (known.length === 0) return onFact;
  const onDefinition = fc.record({ fact: fc.constantFrom(...known), is: fc.boolean() });
  return fc.oneof({ weight: 4, arbitrary: onFact }, { weight: 1, arbitrary: onDefinition });
}

function onType(fact: string, subject: string, list: "require" | "other"): fc.Arbitrary<Written> {
  const declared = vocabulary.facts[fact];
  const type = declared?.type;
  const none = declared?.none === true || valuesOf(fact).includes("none") || type === "set";
  const same = operand(fact, subject);
  const options: fc.Arbitrary<Written>[] = [];
  const add = (operators: readonly string[], right: fc.Arbitrary<unknown>) =>
    options.push(
      fc
        .tuple(fc.constantFrom(...operators), right)
        .map(([operator, value]) => ({ fact, [operator]: value })),
    );
  if (type !== "set") add(["is", "is_not"], same);
  if (none) add(["is", "is_not"], fc.constant("none"));
  if (type === "enum" || type === "ordered") add(["one_of", "none_of"], several(fact));
  if (type === "integer" || type === "number" || type === "duration" || type === "ordered") {
    add(["at_most", "at_least", "less_than", "more_than"], same);
  }
  if (type === "date") {
    add(["before", "after", "on_or_before", "on_or_after"], same);
    add(
      ["in_last", "in_next"],
      fc.oneof(fc.constantFrom(...WHOLE_DAYS), fc.constant({ parameter: "window" })),
    );
  }
  if (type === "set") {
    add(["contains"], literal(fact));
    add(["contains_any", "contains_all", "contains_none", "contains_only"], several(fact));
  }
  if (list === "require") add(["present", "stated"], fc.constant(true));
  return fc.oneof(...options);
}

/** A literal, or a parameter or fact of the same type; dates moved by a duration. */
function operand(fact: string, subject: string): fc.Arbitrary<unknown> {
  const declared = vocabulary.facts[fact];
  const others = factsOf(subject).filter(
    (name) =>
      vocabulary.facts[name]?.type === declared?.type &&
      valuesOf(name).join() === valuesOf(fact).join() &&
      vocabulary.facts[name]?.unit === declared?.unit,
  );
  const shifts = fc.oneof(
    fc.record({ plus: shiftBy(subject) }),
    fc.record({ minus: shiftBy(subject) }),
    fc.constant({}),
  );
  const references: fc.Arbitrary<unknown>[] = [fc.constantFrom(...others).map((name) => ({ fact: name }))];
  if (declared?.type === "date") {
    references.push(
      fc.tuple(fc.constantFrom(...others), shifts).map(([name, shift]) => ({ fact: name, ...shift })),
      fc
        .tuple(fc.constantFrom("deadline", "later"), shifts)
        .map(([parameter, shift]) => ({ parameter, ...shift })),
    );
  }
  if (declared?.type === "duration") references.push(fc.constant({ parameter: "period" }));
  if (declared?.type === "integer") references.push(fc.constant({ parameter: "count" }));
  return fc.oneof({ weight: 2, arbitrary: literal(fact) }, { weight: 1, arbitrary: fc.oneof(...references) });
}

function shiftBy(subject: string): fc.Arbitrary<unknown> {
  const table = subject === "retention" ? ["window", "by_site"] : ["window", "by_tier"];
  return fc.oneof(
    fc.constantFrom(...WHOLE_DAYS),
    fc.constantFrom(...table).map((parameter) => ({ parameter })),
  );
}

const PARAMETERS = {
  window: parameter("duration", ["P1M", "P30D"]),
  period: parameter(
    "duration",
    [
      { ordinary: "P1M", sensitive: "P14D" },
      { ordinary: "P30D", other: "P30D" },
    ],
    "retention.sites",
  ),
  by_site: parameter("duration", [{ ordinary: "P1M", sensitive: "P30D" }], "retention.sites"),
  by_tier: parameter("duration", [{ T4: "P1M", other: "P60D" }], "system.tier"),
  deadline: parameter("date", ["2026-11-23"]),
  later: parameter("date", ["2026-11-23"], undefined, "2027-01-01"),
  count: parameter("integer", [{ true: 1, false: 3 }], "system.personal"),
};

function parameter(type: string, values: readonly unknown[], by?: string, first = "2026-01-01"): Written {
  const dated = values.map((value, index) => ({
    from: index === 0 ? first : "2026-10-01",
    value,
    basis: { source: "proposal" },
  }));
  return { type, title: { en: type }, ...(by === undefined ? {} : { by }), values: dated };
}

function conditions(
  subject: string,
  list: "require" | "other",
  definitions: readonly string[],
  minLength: number,
) {
  const one = comparison(subject, list, definitions);
  const any = fc.array(one, { minLength: 2, maxLength: 3 }).map((members): Written => ({ any: members }));
  return fc.array(fc.oneof({ weight: 3, arbitrary: one }, { weight: 1, arbitrary: any }), {
    minLength,
    maxLength: 3,
  });
}

function definition(subject: string, below: readonly string[]): fc.Arbitrary<Written> {
  const plain = conditions(subject, "other", below, 1);
  const nested = fc
    .constantFrom("owner", "listing")
    .chain((name) =>
      conditions(name, "other", below, 1).map((where): readonly Written[] => [
        { some: { subject: name, where } },
      ]),
    );
  const means = subject === "party" ? fc.oneof(plain, nested) : plain;
  return means.map((list) => ({ title: { en: "Defined" }, means: list }));
}

/** Subjects a random rule is about. */
export const SUBJECTS = ["system", "retention", "party", "placement"] as const;

const DEFINED = ["system.first", "party.second", "party.third"];

/** A policy with one rule about a subject, over all operators, operands, tables, definitions and `unless`. */
export const arbitraryPolicy = fc.constantFrom(...SUBJECTS).chain(policyAbout);

/** The same about one subject. */
export function policyAbout(subject: (typeof SUBJECTS)[number]) {
  return fc
    .record({
      first: definition("system", []),
      second: definition("party", ["system.first"]),
      third: definition("party", ["system.first", "party.second"]),
      when: conditions(subject, "other", DEFINED, 0),
      unless: conditions(subject, "other", DEFINED, 0),
      require: conditions(subject, "require", DEFINED, 1),
      own: fc.option(conditions(subject, "other", DEFINED, 0)),
      due: fc.option(operand("system.tested_on", subject), { nil: undefined }),
      ladder: fc.tuple(
        conditions("system", "other", [], 1),
        conditions("system", "other", ["system.first"], 1),
      ),
    })
    .map(({ first, second, third, when, unless, require, own, due, ladder }) => {
      const body = own === null ? { require } : { clauses: [{ id: "a", unless: own, require }] };
      return {
        apiVersion: "bylaw/v1",
        kind: "Policy",
        id: "random",
        version: "1.0.0",
        status: "active",
        jurisdiction: "IL",
        owner: "reviewers",
        title: { en: "Random" },
        changes: [{ version: "1.0.0", date: "2026-07-01", summary: { en: "First" } }],
        sources: {},
        definitions: { "system.first": first, "party.second": second, "party.third": third },
        parameters: PARAMETERS,
        tiers: {
          T4: { means: ladder[0] },
          T3: { means: ladder[1] },
          T2: { means: [{ fact: "system.kind", is_not: "none" }] },
        },
        rules: [
          {
            id: "TST-01",
            title: { en: "Rule" },
            why: { en: "Because" },
            severity: "high",
            effect: "warn",
            stages: ["definition", "decommissioning"],
            subject,
            when,
            unless,
            ...(due === undefined ? {} : { due }),
            ...body,
          },
        ],
      };
    });
}

function cellValue(name: string): fc.Arbitrary<FactValue> {
  const fact = vocabulary.facts[name];
  const values = valuesOf(name);
  const none = fact?.none === true || values.includes("none") || fact?.type === "set";
  const some: fc.Arbitrary<FactValue> =
    fact?.type === "duration"
      ? fc.record({
          months: fc.constantFrom(0, 0, 1, 2, 12),
          seconds: fc.constantFrom(0, 1, 28, 29, 30, 31, 365).map((days) => days * 86_400),
        })
      : fact?.type === "set"
        ? fc.subarray([...values]).map((items) => (items.length === 0 ? NONE : new Set(items)))
        : fact?.range === true
          ? fc.oneof(
              fc.constantFrom(0, 25, 50, 100),
              fc
                .tuple(fc.constantFrom(0, 25, 49), fc.constantFrom(49, 50, 80))
                .map(([min, max]) => ({ min, max })),
            )
          : // What a literal is written as is also what a cell holds, but for durations and sets.
            (literal(name) as fc.Arbitrary<FactValue>);
  const options = [
    { weight: 5, arbitrary: some },
    { weight: 2, arbitrary: fc.constant<FactValue>(UNKNOWN) },
  ];
  return fc.oneof(...options, ...(none ? [{ weight: 1, arbitrary: fc.constant<FactValue>(NONE) }] : []));
}

function facts(subject: string): fc.Arbitrary<Readonly<Record<string, FactValue>>> {
  const names = Object.keys(vocabulary.facts).filter((name) => name.startsWith(`${subject}.`));
  return fc.record(Object.fromEntries(names.map((name) => [name, cellValue(name)])));
}

/** Values of every fact of every subject, from which `rowOf` builds the row a rule looks at. */
export const arbitraryFacts = fc.record({
  system: facts("system"),
  site: facts("site"),
  retention: facts("retention"),
  party: facts("party"),
  placement: facts("placement"),
  owners: fc.array(facts("owner"), { maxLength: 3 }),
  listings: fc.array(facts("listing"), { maxLength: 2 }),
});

export type RowFacts = typeof arbitraryFacts extends fc.Arbitrary<infer T> ? T : never;

/** The row of a subject, with everything it belongs to. */
export function rowOf(subject: string, values: RowFacts) {
  const system = fakeRow({ subject: "system", facts: values.system });
  const site = fakeRow({ subject: "site", facts: values.site, scope: [system] });
  // A holder belongs to a party that has the same facts and no holders of its own to read.
  const bare = fakeRow({ subject: "party", facts: values.party, scope: [system] });
  const nested = [
    ...values.owners.map((owner) => fakeRow({ subject: "owner", facts: owner, scope: [bare, system] })),
    ...values.listings.map((listing) =>
      fakeRow({ subject: "listing", facts: listing, scope: [bare, system] }),
    ),
  ];
  const party = fakeRow({ subject: "party", facts: values.party, scope: [system], nested });
  if (subject === "party") return party;
  if (subject === "retention")
    return fakeRow({ subject: "retention", facts: values.retention, scope: [system] });
  if (subject === "placement") {
    return fakeRow({ subject: "placement", facts: values.placement, scope: [site, party, system] });
  }
  return system;
}
