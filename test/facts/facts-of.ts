import { readFileSync } from "node:fs";
import { buildFacts } from "../../src/facts/build-facts.ts";
import type { Document, Manifest } from "../../src/model/document.ts";
import type { ManifestDocument } from "../../src/model/generated/manifest.ts";
import type { Registry } from "../../src/model/registry.ts";
import type { FactSet, NestedSubject, Row, SubjectName } from "../../src/model/row.ts";
import type { Tier } from "../../src/model/rule.ts";
import type { Surroundings } from "../../src/model/surroundings.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { createRegistry } from "../../src/registry/create-registry.ts";
import { registryText } from "../registry/registry-files.ts";

export const TODAY = "2026-11-23";

/** Companies tests speak of: a maker under a state holder, its agent, a brand it makes one model for, and an unlisted firm. */
export const REGISTRY = createRegistry([
  registryText(`
entities:
  - { id: vendor:ostra, legal_name: Ostra Vision, jurisdiction: CN, identifiers: { fcc_grantees: [OV7] } }
  - { id: vendor:ostra-group, legal_name: Ostra Group, jurisdiction: CN, state_owned: true }
  - { id: vendor:ostra-agent, legal_name: Ostra Agents Ltd, jurisdiction: IL }
  - { id: vendor:plain, legal_name: Plain Sensors Ltd, jurisdiction: IL, identifiers: { il_company: "510000001", fcc_grantees: [2AB3C] } }
  - { id: vendor:harel, legal_name: Harel Cables Ltd, jurisdiction: IL }
  - { id: brand:clearview, kind: brand, legal_name: Clearsite, jurisdiction: null }
edges:
  - { from: vendor:ostra-group, to: vendor:ostra, kind: owns, percent: { min: 45, max: 55 }, from_date: "2020-03-01", to_date: null, confidence: high, sources: [s] }
  - { from: vendor:ostra-agent, to: vendor:ostra, kind: agent_of, from_date: null, to_date: null, confidence: high, sources: [s] }
  - { from: vendor:ostra, to: brand:clearview, kind: manufactures_for, products: [CS-1], from_date: null, to_date: null, confidence: high, sources: [s] }
listings:
  - { list: us-list-a, entity: vendor:ostra, from: "2021-01-01", to: null, scope: [video_surveillance], use_scope: [public_safety, government_facility], ground: human_rights, includes_affiliates: true, source: s }
  - { list: us-list-b, entity: vendor:ostra-group, from: "2022-01-01", to: null, scope: [telecom], includes_affiliates: false, source: s }
lists:
  - { id: us-list-a, title: List A, authority: A, retrieved_on: "2026-11-01", coverage: complete, sources: [s] }
  - { id: us-list-b, title: List B, authority: B, retrieved_on: "2026-11-01", coverage: complete, sources: [s] }
jurisdictions:
  - country: CN
    as_of: "2026-01-01"
    sources: [s]
    flags:
      - { flag: compelled_assistance, law: First Law, article: art. 7, renumbered_to: null, as_of: "2026-01-01", from: "2017-06-28", to: null, source: s, verified: true }
      - { flag: compelled_assistance, law: Second Law, article: art. 28, renumbered_to: null, as_of: "2026-01-01", from: "2017-06-28", to: null, source: s, verified: true }
      - { flag: secrecy_duty, law: First Law, article: art. 7, renumbered_to: null, as_of: "2026-01-01", from: "2017-06-28", to: null, source: s, verified: true }
  - { country: IL, as_of: "2026-01-01", flags: [], sources: [s] }
ouis:
  - { entity: vendor:ostra, source: s, retrieved_on: "2026-01-01", prefixes: ["AA:BB:01"] }
  - { entity: vendor:plain, source: s, retrieved_on: "2026-01-01", prefixes: ["AA:BB:02"] }
sources:
  s: { title: S, kind: press, verified: true }
`).value,
]);

/** A manifest with the least that is required and what the test is about. */
export function manifest(
  body: string,
  head = "",
  { id = "il-9901-test", status = "procurement" } = {},
): Manifest {
  const [, code] = id.split("-");
  const text = `apiVersion: bylaw/v1
kind: Manifest
metadata:
  id: ${id}
  title: { en: Test }
  municipality: { cbs_code: "${code}", name: ${code === "9901" ? "Sde Tavor" : `Town ${code}`}, type: city }
  status: ${status}
${head}${body}`;
  const source = {
    file: id === "il-9901-test" ? "manifests/test.yaml" : `manifests/${id}.yaml`,
    bytes: new TextEncoder().encode(text),
    mode: "100644",
  } as const;
  const loaded = loadDocument(source, { gate: true, kind: "Manifest" });
  if (!loaded.ok)
    throw new Error(loaded.problems.map(({ pointer, message }) => `${pointer} ${message}`).join("\n"));
  return loaded.document as Document<ManifestDocument>;
}

/** A ladder that shows what it was asked about: T4 at a sensitive site, T3 elsewhere, undecided where a site is blank. */
function siteLadder(row: Row): Tier | undefined {
  const kinds = row.cell("system.site_kinds").value;
  if (typeof kinds === "symbol" && kinds.description === "unknown") return undefined;
  return kinds instanceof Set ? "T4" : "T3";
}

interface Options {
  readonly asOf?: string;
  readonly registry?: Registry;
  readonly tier?: (row: Row) => Tier | undefined;
  /** What stands beside the manifest; nothing where left out. */
  readonly surroundings?: Partial<Surroundings>;
}

/** Surroundings with what the test is about, and nothing else. */
export function among(what: Partial<Surroundings>): Surroundings {
  return { manifests: [], unread: [], arrangements: [], waivers: [], registry: [], plan: undefined, ...what };
}

export function factsOf(
  of: Manifest,
  { asOf = TODAY, registry = REGISTRY, tier = siteLadder, surroundings = {} }: Options = {},
): FactSet {
  return buildFacts(of, { registry, asOf, tier, surroundings: among({ manifests: [of], ...surroundings }) });
}

/** A value as a test writes it: a set as its members, `none` and `unknown` as words. */
export function plain(value: unknown): unknown {
  if (typeof value === "symbol") return value.description;
  return value instanceof Set ? [...value] : value;
}

/** The value of a fact of the whole system. */
export function systemFact(of: Manifest, fact: string, options?: Options): unknown {
  return plain(factsOf(of, options).system.cell(fact).value);
}

/** The row of a subject with a key; throws, naming the keys there are, where it does not exist. */
export function rowAt(facts: FactSet, subject: SubjectName, key: string): Row {
  const rows = facts.rows(subject);
  const found = rows.find((row) => row.key === key);
  if (found === undefined)
    throw new Error(`no ${subject} ${key} among ${rows.map((row) => row.key).join(", ")}`);
  return found;
}

/** Keys of the rows of a subject. */
export function keys(facts: FactSet, subject: SubjectName): readonly string[] {
  return facts.rows(subject).map((row) => row.key);
}

/** The values of one fact over the rows nested in a party. */
export function nestedValues(party: Row | undefined, subject: NestedSubject, fact: string): unknown {
  return Object.fromEntries(
    (party?.nested(subject) ?? []).map((row) => [row.key, plain(row.cell(fact).value)]),
  );
}

/** A manifest of the repository's examples. */
export function example(file: string): Manifest {
  const path = `examples/${file}`;
  const loaded = loadDocument(
    { file: path, bytes: readFileSync(path), mode: "100644" },
    { gate: false, kind: "Manifest" },
  );
  if (!loaded.ok) throw new Error(`${path}: ${loaded.problems[0]?.message}`);
  return loaded.document as Document<ManifestDocument>;
}
