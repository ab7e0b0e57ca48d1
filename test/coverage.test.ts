import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { load } from "js-yaml";
import { describe, expect, it } from "vitest";
import { CLEAN, FOUND } from "../src/cli/io.ts";
import { run } from "../src/cli/run.ts";
import { pageExamples } from "../src/engine/page-examples.ts";
import type { ReportDocument } from "../src/model/generated/report.ts";
import type { VocabularyFact } from "../src/model/generated/vocabulary.ts";
import { vocabulary } from "../src/model/generated/vocabulary-value.ts";
import { AS_OF, ROOT, shippedBundle } from "./load-repository.ts";

interface Dated {
  readonly list: string;
  readonly on: string;
}

/** One entry of docs/coverage.yaml: what it points at, and what must hold of that. */
interface Entry {
  readonly rule?: string;
  readonly example?: string;
  readonly arrangement?: string;
  readonly finding?: string;
  readonly without?: string;
  readonly tier?: string;
  readonly verdict?: string;
  readonly entity?: string;
  readonly names?: readonly string[];
  readonly listed?: Dated;
  readonly not_listed?: Dated;
  readonly controller?: string;
  readonly unmatched?: string;
  readonly carrier?: string;
  readonly on?: string;
  readonly list?: string;
  readonly entries?: number;
  readonly added_on?: string;
  readonly field?: string;
  readonly value?: string;
  readonly is?: string;
  readonly output?: string;
  readonly at?: string;
  readonly source?: string;
  readonly objective?: string;
  readonly plan?: string;
  readonly pack?: string;
  readonly test?: string;
  readonly jurisdiction?: string;
  readonly flag?: string;
  readonly law?: string;
  readonly article?: string;
}

interface Row {
  readonly row: number;
  readonly item: string;
  readonly context?: true;
  readonly by: readonly Entry[];
}

const read = (file: string) => readFileSync(join(ROOT, file), "utf8");
const { sections } = load(read("docs/coverage.yaml")) as {
  sections: readonly { readonly title: string; readonly rows: readonly Row[] }[];
};
const rows = sections.flatMap((section) => section.rows);

const { bundle } = shippedBundle();
const { registry } = bundle;
const rules = bundle.rulesOn(AS_OF).rules;
const written = bundle.policyDocuments.flatMap(({ value }) =>
  (value.rules ?? []).map((rule) => ({ rule, policy: value.id })),
);
const report = await json<ReportDocument>(["check", "examples"]);
const inventory = await json<Record<string, unknown>>(["inventory", "examples"]);
const template = await bylaw(["new", "manifest"]);

describe("docs/coverage.yaml", () => {
  it("has every row of the article, once and in order", () => {
    expect(rows.map(({ row }) => row)).toEqual(Array.from({ length: 108 }, (_, index) => index + 1));
    const keys = rows.flatMap((row) => Object.keys(row));
    expect([...new Set(keys)].sort()).toEqual(["by", "context", "item", "row"]);
  });

  it("is what docs/coverage.md shows", () => {
    const script = join(ROOT, "scripts/write-coverage.js");
    expect(read("docs/coverage.md")).toBe(
      execFileSync(process.execPath, [script, "--print"], { encoding: "utf8" }),
    );
  });

  it.for(rows)("row $row, $item: everything it points at is there and behaves", ({ by }) => {
    expect(by.length).toBeGreaterThan(0);
    expect(by.flatMap((entry) => faults(entry))).toEqual([]);
  });
});

/** What is wrong with an entry, in words; nothing where it holds. */
function faults(entry: Entry): readonly string[] {
  const kinds: Readonly<Partial<Record<keyof Entry, (entry: Entry) => readonly string[]>>> = {
    rule: ofRule,
    example: ofExample,
    arrangement: ofExample,
    entity: ofEntity,
    unmatched: ({ unmatched }) =>
      unless(registry.resolve({ name: unmatched }).kind === "unknown", `${unmatched} matches`),
    carrier: ({ carrier = "", on = "" }) =>
      unless(registry.carrier(carrier, on)?.clean === true, `${carrier} is not named clean on ${on}`),
    field: ({ field = "" }) => unless(hasField(field), `no manifest field ${field}`),
    value: ofValue,
    output: ofOutput,
    source: ({ source = "" }) =>
      unless(source in (bundle.plan?.value.sources ?? {}), `no source ${source} in the plan`),
    objective: ({ objective }) =>
      unless(
        bundle.plan?.value.objectives?.some(({ id }) => id === objective),
        `no objective ${objective}`,
      ),
    plan: ({ plan = "" }) => unless(plan in (bundle.plan?.value ?? {}), `no ${plan} in the plan`),
    pack: ofPack,
    test: ({ test = "" }) => unless(existsSync(join(ROOT, test)), `no test ${test}`),
    jurisdiction: ofJurisdiction,
  };
  const kind = (Object.keys(kinds) as (keyof Entry)[]).find((key) => entry[key] !== undefined);
  if (kind !== undefined) return kinds[kind]?.(entry) ?? [];
  return entry.list === undefined ? [`not a kind of entry: ${JSON.stringify(entry)}`] : ofList(entry);
}

function unless(holds: boolean | undefined, otherwise: string): readonly string[] {
  return holds ? [] : [otherwise];
}

function ofRule({ rule: id }: Entry): readonly string[] {
  const found = written.find(({ rule }) => rule.id === id);
  if (found === undefined || id === undefined) return [`no rule ${id}`];
  if (found.rule.kept_by !== undefined)
    return unless(existsSync(join(ROOT, found.rule.test ?? "unnamed")), `${id} names no test`);
  const examples = pageExamples(read(`policies/${found.policy}/README.md`)).filter(({ rule }) => rule === id);
  return [
    ...unless(
      rules.some((rule) => rule.id === id),
      `${id} is not active`,
    ),
    ...unless(
      examples.some(({ expected }) => expected === "fails"),
      `${id} is never shown failing`,
    ),
    ...unless(
      examples.some(({ expected }) => expected === "passes"),
      `${id} is never shown passing`,
    ),
  ];
}

function ofExample({ example, arrangement, finding, without, tier, verdict }: Entry): readonly string[] {
  const id = example ?? arrangement ?? "";
  const of = report.findings.filter((found) => found.manifest === id);
  const manifest = report.manifests.find((candidate) => candidate.id === id);
  return [
    ...unless(manifest !== undefined || of.length > 0, `no example ${id}`),
    ...(finding
      ? unless(
          of.some(({ rule }) => rule === finding),
          `${id} has no finding ${finding}`,
        )
      : []),
    ...(without ? unless(!of.some(({ rule }) => rule === without), `${id} has a finding ${without}`) : []),
    ...(tier ? unless(manifest?.tier === tier, `${id} is ${manifest?.tier}, not ${tier}`) : []),
    ...(verdict ? unless(manifest?.verdict === verdict, `${id}: ${manifest?.verdict}, not ${verdict}`) : []),
  ];
}

function ofEntity({ entity = "", names = [], listed, not_listed, controller }: Entry): readonly string[] {
  const on = ({ list, on }: Dated) => registry.listings(entity, on).some((listing) => listing.list === list);
  const resolves = (name: string) => {
    const resolution = registry.resolve({ name });
    return resolution.kind === "resolved" && resolution.entity === entity;
  };
  const holds = registry.holders(entity, AS_OF).some((holder) => holder.entity === controller);
  return [
    ...unless(registry.entity(entity) !== undefined, `no entity ${entity}`),
    ...names.flatMap((name) => unless(resolves(name), `${name} does not lead to ${entity}`)),
    ...(listed ? unless(on(listed), `${entity} is not on ${listed.list} on ${listed.on}`) : []),
    ...(not_listed ? unless(!on(not_listed), `${entity} is on ${not_listed.list} on ${not_listed.on}`) : []),
    ...(controller ? unless(holds, `${controller} is no holder of ${entity}`) : []),
  ];
}

function ofList({ list = "", entries, added_on }: Entry): readonly string[] {
  const known = registry.lists().some(({ id }) => id === list);
  if (entries === undefined) return unless(known, `no list ${list}`);
  const invented = new Set(
    bundle.registryDocuments
      .flatMap(({ value }) => value.entities ?? [])
      .flatMap(({ id, fictional }) => (fictional === true ? [id] : [])),
  );
  const listings = bundle.registryDocuments
    .flatMap(({ value }) => value.listings ?? [])
    .filter(({ entity }) => entity === undefined || entity === null || !invented.has(entity))
    .filter((listing) => listing.list === list && (added_on === undefined || listing.from === added_on));
  return [
    ...unless(known, `no list ${list}`),
    ...unless(listings.length === entries, `${listings.length} entries on ${list}, not ${entries}`),
  ];
}

function ofValue({ value = "", is }: Entry): readonly string[] {
  const fact: VocabularyFact | undefined = vocabulary.facts[value];
  if (fact === undefined) return [`no fact ${value}`];
  const values = fact.values ?? vocabulary.facts[fact.of ?? ""]?.values ?? [];
  return is === undefined
    ? []
    : unless(
        values.some((one) => one === is),
        `${is} is no value of ${value}`,
      );
}

function ofOutput({ output = "", at = "" }: Entry): readonly string[] {
  if (output === "inventory") {
    const part = inventory[at];
    const said = part !== null && typeof part === "object" && Object.keys(part).length > 0;
    return unless(said, `bylaw inventory has nothing at ${at}`);
  }
  if (output === "new-manifest") return unless(/^kind: Manifest$/m.test(template), "no template");
  return unless(existsSync(join(ROOT, output)), `no file ${output}`);
}

function ofPack({ pack = "" }: Entry): readonly string[] {
  return [
    ...unless(pack in (bundle.plan?.value.packs ?? {}), `the plan does not switch ${pack}`),
    ...unless(
      bundle.policyDocuments.some(({ value }) => value.pack === pack),
      `no policy of the pack ${pack}`,
    ),
  ];
}

function ofJurisdiction({ jurisdiction, flag, law, article }: Entry): readonly string[] {
  const flags = registry.legalFlags(jurisdiction, AS_OF) ?? [];
  const found = flags.some(
    (entry) =>
      (flag === undefined || entry.flag === flag) &&
      (law === undefined || entry.law.includes(law)) &&
      entry.article.includes(article ?? ""),
  );
  return unless(found, `no ${flag ?? law}, article ${article}, in the profile of ${jurisdiction}`);
}

/** Whether the schema of manifests has a field, through lists where there are any. */
function hasField(path: string): boolean {
  interface Node {
    readonly properties?: Readonly<Record<string, Node>>;
    readonly items?: Node;
  }
  let node: Node | undefined = JSON.parse(read("schemas/manifest.schema.json")) as Node;
  for (const key of path.split(".")) node = (node?.properties ?? node?.items?.properties)?.[key];
  return node !== undefined;
}

async function bylaw(args: readonly string[]): Promise<string> {
  let printed = "";
  let said = "";
  const code = await run(args, {
    cwd: ROOT,
    env: {},
    terminal: false,
    out: (text) => {
      printed += text;
    },
    err: (text) => {
      said += text;
    },
    today: () => AS_OF,
  });
  // That something was found is what examples are for.
  if (code !== CLEAN && code !== FOUND) throw new Error(said);
  return printed;
}

async function json<T>(command: readonly string[]): Promise<T> {
  return JSON.parse(await bylaw([...command, "--as-of", AS_OF, "--format", "json"])) as T;
}
