import type { Document, FileProblem } from "../../model/document.ts";
import type { PublishedList, RegistryDocument } from "../../model/generated/registry.ts";
import { dayNumber } from "../../model/time/day-number.ts";
import { loadDocument } from "../../parse/load-document.ts";
import { checkRegistry } from "../../registry/check-registry.ts";
import { chooseColumns } from "../../registry/import/choose-columns.ts";
import { compareList } from "../../registry/import/compare-list.ts";
import { keepNamingGroups } from "../../registry/import/keep-naming-groups.ts";
import type { ListEntry } from "../../registry/import/list-entry.ts";
import type { Proposal } from "../../registry/import/proposal.ts";
import { proposalYaml } from "../../registry/import/proposal-yaml.ts";
import { type EditedFile, proposeEdits } from "../../registry/import/propose-edits.ts";
import type { ImportFlaw } from "../../registry/import/raw-table.ts";
import { readEntries } from "../../registry/import/read-entries.ts";
import { GROUP } from "../../registry/import/read-json.ts";
import { unifiedDiff } from "../../registry/import/unified-diff.ts";
import { aboutFile, type ImportOptions, namedColumns, whereOf } from "../import-options.ts";
import { importText, proposesAnything, type ReadOf } from "../import-text.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { openWorkspace, type Workspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { type ListFile, readListFile } from "../read-list-file.ts";
import { section } from "../section.ts";
import { UsageError } from "../usage-error.ts";
import { writeRegistry } from "../write-registry.ts";

/**
 * Compares a file of a published list with the registry and prints what the registry would have to say instead;
 * writes it only with `--write`, and then only where nothing is left to decide. Without a list, prints the lists.
 */
export async function importList(
  id: string | undefined,
  file: string | undefined,
  options: ImportOptions,
  io: Io,
): Promise<number> {
  const workspace = openWorkspace(io, { policies: options.policies, gate: false });
  const { bundle, problems, sources } = workspace;
  if (problems.length > 0) return printProblems(problems, sources, io);
  if (id === undefined) return printLists(workspace, io);
  const { list, document } = listNamed(id, bundle.registryDocuments);
  if (file === undefined)
    throw new UsageError(`no file of \`${id}\` is named`, "name a CSV or JSON file of the list");
  const about = aboutFile(options, list, bundle.registry, io);
  const read = readListFile(io.cwd, file);
  if (!read.ok) return printProblems(read.problems, [{ file, bytes: read.bytes }], io, NOTHING);
  const entries = entriesIn(read.list, options);
  if (!entries.ok) {
    return printProblems(read.list.problems(entries.flaws), [{ file, bytes: read.list.bytes }], io, NOTHING);
  }
  const documents = bundle.registryDocuments;
  const proposal = compareList(entries.entries, {
    ...about,
    list,
    document,
    documents,
    registry: bundle.registry,
    additions: options.additions,
  });
  const edits = proposeEdits(proposal, documents);
  if (options.format === "patch") verify(edits, documents);
  io.out(printed(proposal, entries.of, edits, options));
  if (!options.write) return proposesAnything(proposal) ? FOUND : CLEAN;
  verify(edits, documents);
  writeRegistry(proposal, edits, workspace, io);
  return CLEAN;
}

const NOTHING = "nothing was proposed";

type Entries =
  | { readonly ok: true; readonly entries: readonly ListEntry[]; readonly of: ReadOf }
  | { readonly ok: false; readonly flaws: readonly ImportFlaw[] };

function entriesIn({ file, table: whole, lineOf }: ListFile, options: ImportOptions): Entries {
  const { columns: named, unread } = namedColumns(options.columns);
  const chosen = chooseColumns(whole.columns, named, unread);
  if (!chosen.ok) throw new UsageError(chosen.message, chosen.help);
  const { columns } = chosen;
  const table = keepNamingGroups(whole, columns);
  const where = whereOf(options.where, table.columns);
  const read = readEntries(table, { columns, dates: options.dates, where, lineOf });
  if (!read.ok) return read;
  const used = new Set([...columns.values(), ...(where === undefined ? [] : [where.column])]);
  const of = {
    file,
    columns: [...columns].map(([field, column]) => `${field}=${column}`),
    unread: table.columns.filter(
      (column) => !used.has(column) && !(column === GROUP && table.groups.length > 0),
    ),
    groups: table.groups,
    beside: table.beside,
    leftOut: read.leftOut,
  };
  return { ok: true, entries: read.entries, of };
}

function listNamed(
  id: string,
  documents: readonly Document<RegistryDocument>[],
): { readonly list: PublishedList; readonly document: Document<RegistryDocument> } {
  for (const document of documents) {
    const list = document.value.lists?.find((one) => one.id === id);
    if (list !== undefined) return { list, document };
  }
  const ids = documents.flatMap(({ value }) => (value.lists ?? []).map((list) => list.id)).sort();
  throw new UsageError(`the registry has no list \`${id}\``, `name one of ${ids.join(", ")}`);
}

function printed(
  proposal: Proposal,
  of: ReadOf,
  edits: readonly EditedFile[],
  { format }: ImportOptions,
): string {
  switch (format) {
    case "text":
      return importText(proposal, of);
    case "json":
      return `${JSON.stringify({ ...proposal, read: of }, null, 2)}\n`;
    case "yaml":
      return proposalYaml(proposal);
    case "patch":
      return unifiedDiff(edits);
  }
}

/** Refuses edits with which the registry would not load, such as a file over its limit, before any is touched. */
function verify(edits: readonly EditedFile[], documents: readonly Document<RegistryDocument>[]): void {
  const edited = documents.map((document) => {
    const edit = edits.find(({ file }) => file === document.file);
    if (edit === undefined) return document;
    const source = { file: edit.file, bytes: new TextEncoder().encode(edit.after), mode: "100644" } as const;
    const loaded = loadDocument(source, { gate: true, kind: "VendorRegistry" });
    if (!loaded.ok) refuseEdit(loaded.problems);
    return loaded.ok ? loaded.document : document;
  });
  refuseEdit(checkRegistry(edited));
}

function refuseEdit([problem]: readonly FileProblem[]): void {
  if (problem === undefined) return;
  const { file, line } = problem.location;
  throw new UsageError(
    `with it the registry would not load: ${file}:${line}: ${problem.message}`,
    "take what holds from `--format yaml`",
  );
}

/** The lists by id: what the registry holds of each, when it was last read and where it stands. */
function printLists({ bundle }: Workspace, io: Io): number {
  const today = dayNumber(io.today());
  const rows = bundle.registryDocuments.flatMap(({ file, value }) =>
    (value.lists ?? []).map(({ id, coverage, retrieved_on, superseded_by }) => [
      id,
      coverage,
      retrieved_on ?? "never",
      retrieved_on === null ? "" : `${today - dayNumber(retrieved_on)}`,
      superseded_by ?? "",
      file,
    ]),
  );
  const head = ["list", "held", "read on", "days ago", "replaced by", "file"];
  const lines = section("published lists", head, rows.sort(), Number.POSITIVE_INFINITY);
  io.out(`${lines.slice(1).join("\n")}\n`);
  return CLEAN;
}
