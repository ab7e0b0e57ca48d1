import type { Document } from "../../../src/model/document.ts";
import type { RegistryDocument } from "../../../src/model/generated/registry.ts";
import { createRegistry } from "../../../src/registry/create-registry.ts";
import { chooseColumns } from "../../../src/registry/import/choose-columns.ts";
import { compareList } from "../../../src/registry/import/compare-list.ts";
import type { ListEntry } from "../../../src/registry/import/list-entry.ts";
import type { Proposal } from "../../../src/registry/import/proposal.ts";
import type { ReadTable } from "../../../src/registry/import/raw-table.ts";
import { readCsv } from "../../../src/registry/import/read-csv.ts";
import { type ReadEntriesOptions, readEntries } from "../../../src/registry/import/read-entries.ts";
import { registryText } from "../registry-files.ts";

/** A list of four companies, one of which has left it, and a fifth company that was never on it. */
const SMALL = `# Kept by hand.
entities:
  - { id: vendor:alpha, legal_name: "Alpha Optics Co., Ltd.", jurisdiction: "CN" }
  - id: vendor:beta
    legal_name: Beta Signals Corporation
    names: [{ text: BSC, lang: en, kind: acronym }]
    jurisdiction: "CN"
    identifiers: { lei: 529900T8BM49AURSDO55 }
  - { id: vendor:gamma, legal_name: Gamma Networks Inc., jurisdiction: null } # the third
  - { id: vendor:delta, legal_name: Delta Robotics Ltd, jurisdiction: null }
  - { id: vendor:epsilon, legal_name: Epsilon Video GmbH, jurisdiction: "DE" }
listings:
  # the first edition
  - { list: us-small, entity: vendor:alpha, from: 2021-03-12, to: null, scope: [telecom], source: gazette } # kept
  - list: us-small
    entity: vendor:beta
    from: "2022-05"
    to: null # still there
    source: gazette
  - { list: us-small, entity: vendor:gamma, from: 2020-01-01, to: 2023-06-30, source: gazette }
  - { list: us-small, entity: vendor:delta, from: null, to: null, source: other }
# What the list is.
lists:
  - id: us-small
    title: Small list
    authority: Bureau of Examples
    retrieved_on: 2026-06-01
    coverage: complete
    sources: [gazette]
sources:
  gazette: { title: Gazette of examples, kind: government_list, retrieved: 2026-06-01, verified: true }
  other: { title: Another gazette, kind: government_list, verified: true }
`;

/** A file that says of \`SMALL\` exactly what the registry says. */
export const SAME = `name,from,to
"Alpha Optics Co., Ltd.",2021-03-12,
Beta Signals Corporation,2022-05,
Gamma Networks Inc.,2020-01-01,2023-06-30
Delta Robotics Ltd,,
`;

/** The small registry, with some of its text exchanged. */
export function smallRegistry(from = "", to = ""): Document<RegistryDocument> {
  return registryText(SMALL.replace(from, to));
}

/** The entries of a CSV text; throws the first flaw. */
export function entriesOf(csv: string, options: Partial<ReadEntriesOptions> = {}): readonly ListEntry[] {
  const result = readOf(readCsv(csv), csv, options);
  if (!result.ok) throw new Error(result.flaws[0]?.message);
  return result.entries;
}

/** A table read as entries, or its flaws. */
export function readOf(table: ReadTable, text: string, options: Partial<ReadEntriesOptions> = {}) {
  if (!table.ok) return table;
  const chosen = chooseColumns(table.table.columns, options.columns ?? new Map());
  if (!chosen.ok) throw new Error(chosen.message);
  const lineOf = (offset: number) => text.slice(0, offset).split("\n").length;
  return readEntries(table.table, {
    columns: chosen.columns,
    dates: undefined,
    where: undefined,
    lineOf,
    ...options,
  });
}

/** What a CSV text would change in a registry file that holds the list `us-small`. */
export function propose(
  csv: string,
  {
    document = smallRegistry(),
    ...options
  }: {
    readonly document?: Document<RegistryDocument>;
    readonly source?: string;
    readonly edition?: string;
    readonly additions?: boolean;
    readonly retrievedOn?: string;
  } = {},
): Proposal {
  const list = document.value.lists?.[0];
  if (list === undefined) throw new Error("the registry has no list");
  return compareList(entriesOf(csv), {
    list,
    document,
    documents: [document],
    registry: createRegistry([document.value]),
    source: "gazette",
    retrievedOn: "2026-11-23",
    edition: undefined,
    additions: false,
    ...options,
  });
}
