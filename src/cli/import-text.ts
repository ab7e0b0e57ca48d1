import type { Changed, Proposal } from "../registry/import/proposal.ts";
import { isolate } from "../render/isolate.ts";
import { oneLine } from "../render/visible.ts";
import { counted } from "./counted.ts";
import { section } from "./section.ts";

/** What was read of the file, for the head of the text. */
export interface ReadOf {
  readonly file: string;
  /** Field and column, as `name=Entity`. */
  readonly columns: readonly string[];
  readonly unread: readonly string[];
  /** Keys of a JSON file that hold its entries. */
  readonly groups: readonly string[];
  readonly beside: readonly string[];
  readonly leftOut: number;
}

/** A proposal as tables for a person to review; empty tables are left out, what was not read is said. */
export function importText(proposal: Proposal, read: ReadOf): string {
  const { list, file, source, retrievedOn, edition, rows, same, passedOver } = proposal;
  const lines = [
    `${list} as read on ${retrievedOn}${edition === undefined ? "" : `, edition of ${edition}`}: ${counted(rows, "entry", "entries")} in ${read.file}, ${same} as in the registry (${file})`,
    `  source ${source}; columns ${read.columns.join(", ")}`,
    ...said("not read: columns", read.unread),
    ...said("not read: keys", read.beside),
    ...said("entries stand under", read.groups),
    ...(read.leftOut === 0 ? [] : [`  left out by --where: ${counted(read.leftOut, "row", "rows")}`]),
    ...tables(proposal).flatMap(({ title, head, rows }) =>
      rows.length === 0 ? [] : section(title, head, rows, Number.POSITIVE_INFINITY),
    ),
    ...(passedOver.length === 0
      ? []
      : section(
          "passed over: the registry holds the list in part, and nobody of these names",
          ["line", "name"],
          passedOver.map(({ line, name }) => [String(line), name]),
        )),
    ...advice(
      "undecided",
      proposal.undecided.map(({ line, name, reason, near, help }) => ({
        message: `line ${line}: \`${name}\`: ${reason}${near.length === 0 ? "" : `: ${near.join(", ")}`}`,
        help,
      })),
    ),
    ...advice("doubts about the file", proposal.doubts),
    "",
    summary(proposal),
  ];
  return `${lines.join("\n")}\n`;
}

function advice(title: string, all: Proposal["doubts"]): readonly string[] {
  if (all.length === 0) return [];
  const lines = all.flatMap(({ message, help }) => [`  ${prose(message)}`, `    = help: ${prose(help)}`]);
  return ["", title, ...lines];
}

function prose(text: string): string {
  return isolate(oneLine(text));
}

/** Whether the registry would have to change, or a person to decide anything. */
export function proposesAnything(proposal: Proposal): boolean {
  const { added, changed, ended, renamed, conflicts, undecided, categories } = proposal;
  const newCategories = categories.filter(({ held }) => held === undefined);
  return [added, changed, ended, renamed, conflicts, undecided, newCategories].some(
    (some) => some.length > 0,
  );
}

interface Table {
  readonly title: string;
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

function tables(proposal: Proposal): readonly Table[] {
  return [
    {
      title: "new",
      head: ["line", "name", "entity", "from", "to", "scope"],
      rows: proposal.added.map(({ line, name, entity, listing }) => [
        String(line),
        name,
        `${listing.entity}${entity === undefined ? "" : " (new)"}`,
        listing.from ?? "not recorded",
        listing.to ?? "",
        [...(listing.scope ?? []), ...(listing.use_scope ?? [])].join(" "),
      ]),
    },
    {
      title: "changed",
      head: ["line", "entity", "becomes", "why", "place"],
      rows: proposal.changed.map(changeRow),
    },
    {
      title: "ended",
      head: ["entity", "becomes", "why", "place"],
      rows: proposal.ended.map((change) => changeRow(change).slice(1)),
    },
    {
      title: "under another name",
      head: ["line", "name", "entity", "found by", "place"],
      rows: proposal.renamed.map(({ line, name, entity, by, place }) => [
        String(line),
        name,
        entity,
        by,
        `${place.file}:${place.line}`,
      ]),
    },
    {
      title: "conflicts: sources disagree",
      head: ["line", "entity", "on"],
      rows: proposal.conflicts.map(({ line, entity, text }) => [String(line), entity, text]),
    },
    {
      title: "conflicts on record",
      head: ["on", "place"],
      rows: proposal.recorded.map(({ text, place }) => [text, `${place.file}:${place.line}`]),
    },
    {
      title: "categories: they name nobody, and are never applied",
      head: ["line", "from", "in the file", "in the registry"],
      rows: proposal.categories.map(({ line, from, text, held }) => [
        String(line),
        from ?? "",
        text,
        held ?? "not held; add it by hand where the list has it",
      ]),
    },
    {
      title: "scope not compared: nothing was found in its words",
      head: ["line", "name", "in the file"],
      rows: proposal.uncompared.map(({ line, name, text }) => [String(line), name, text]),
    },
  ];
}

function changeRow({ line, entity, set, why, place }: Changed): readonly string[] {
  const becomes = Object.entries(set).map(
    ([key, value]) => `${key}: ${Array.isArray(value) ? `[${value.join(", ")}]` : String(value)}`,
  );
  return [String(line ?? ""), entity, becomes.join(", "), why, `${place.file}:${place.line}`];
}

function said(what: string, names: readonly string[]): readonly string[] {
  return names.length === 0 ? [] : [`  ${what} ${names.join(", ")}`];
}

function summary({ added, changed, ended, renamed, conflicts, undecided, categories }: Proposal): string {
  const parts = [
    [added.length, "new"],
    [changed.length, "changed"],
    [ended.length, "ended"],
    [renamed.length, "under another name"],
    [conflicts.length, "in conflict"],
    [undecided.length, "undecided"],
  ] as const;
  const named = parts.filter(([count]) => count > 0).map(([count, word]) => `${count} ${word}`);
  const besides =
    categories.length === 0 ? "" : `; ${counted(categories.length, "category", "categories")} apart`;
  return `${named.length === 0 ? "nothing to change" : named.join(", ")}${besides}`;
}
