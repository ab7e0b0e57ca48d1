import type { RegistryDocument } from "../model/generated/registry.ts";

/** What an id names; also the word for it in messages. */
export type Table = "entity" | "source" | "list" | "country" | "vulnerability";

interface Reference {
  readonly table: Table;
  readonly id: string;
  /** JSON pointer of the place that gives or uses the id. */
  readonly pointer: string;
}

const SINGLE: Readonly<Record<string, Table>> = {
  entity: "entity",
  source: "source",
  list: "list",
  superseded_by: "list",
};

/** The ids a registry file defines and those it refers to, with their places. */
export function referencesOf(document: RegistryDocument): {
  readonly definitions: readonly Reference[];
  readonly uses: readonly Reference[];
} {
  const definitions: Reference[] = [
    ...(document.entities ?? []).map(({ id }, index) => ({
      table: "entity" as const,
      id,
      pointer: `/entities/${index}/id`,
    })),
    ...(document.lists ?? []).map(({ id }, index) => ({
      table: "list" as const,
      id,
      pointer: `/lists/${index}/id`,
    })),
    ...(document.jurisdictions ?? []).map(({ country }, index) => ({
      table: "country" as const,
      id: country,
      pointer: `/jurisdictions/${index}/country`,
    })),
    ...(document.vulnerabilities ?? []).map(({ id }, index) => ({
      table: "vulnerability" as const,
      id,
      pointer: `/vulnerabilities/${index}/id`,
    })),
    ...Object.keys(document.sources ?? {}).map((id) => ({
      table: "source" as const,
      id,
      pointer: `/sources/${id}`,
    })),
  ];
  const uses: Reference[] = [];
  const { sources: _, ...rest } = document;
  collect(rest, "", uses);
  return { definitions, uses };
}

/** References are found by their key, wherever they stand: `entity`, `source`, `sources`, `list`, and the ends of edges. */
function collect(value: unknown, pointer: string, uses: Reference[]): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, child] of Object.entries(value)) {
    const at = `${pointer}/${key}`;
    const table = key === "from" || key === "to" ? endTable(pointer) : SINGLE[key];
    if (typeof child === "string" && table) uses.push({ table, id: child, pointer: at });
    else if (key === "sources" && Array.isArray(child)) {
      uses.push(
        ...child.map((id, index) => ({
          table: "source" as const,
          id: String(id),
          pointer: `${at}/${index}`,
        })),
      );
    } else collect(child, at, uses);
  }
}

/** `from` and `to` are companies on an edge and dates everywhere else. */
function endTable(pointer: string): Table | undefined {
  return /^\/edges\/\d+$/.test(pointer) ? "entity" : undefined;
}
