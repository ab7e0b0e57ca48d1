import type { Row } from "../model/row.ts";

/** The key a company's registry id is written under, told from the place that names the company. */
export function idField(at: string): string {
  const tokens = at.split("/");
  const last = tokens.at(-1) ?? "";
  // An item of a list of ids is one itself.
  const key = /^\d+$/.test(last) ? (tokens.at(-2) ?? "") : last.replace(/_as_written$/, "");
  if (key === "name" || key === "identifiers") return "vendor";
  return BLOCKS.get(key) ?? (key === "" ? "vendor" : key);
}

/** The key to name a company under, told from the block that names none. */
export function nameField(at: string, row: Row): string {
  const roles = row.scope("party")?.cell("party.roles").value;
  if (/^\/supply_chain\/devices\/\d+$/.test(at))
    return roles instanceof Set && roles.size === 1 && roles.has("brand")
      ? "brand"
      : "manufacturer_as_written";
  const [, field] = FIELDS.find(([block]) => block.test(at)) ?? [];
  return (
    field ??
    (row.subject === "device" || row.subject === "placement" ? "manufacturer_as_written" : "name_as_written")
  );
}

/** Lists whose items name a company by another key than `vendor`. */
const BLOCKS: ReadonlyMap<string, string> = new Map([
  ["devices", "manufacturer"],
  ["parties", "vendor"],
  ["access", "party"],
  ["interfaces", "to"],
]);

const FIELDS: readonly (readonly [RegExp, string])[] = [
  [/^\/data\/access\/\d+$/, "party"],
  [/^\/system\/interfaces\/\d+$/, "to"],
  [/^\/supply_chain\/mobile_apps\/\d+$/, "publisher_as_written"],
  [/^\/data\/locations\/\d+$/, "vendor"],
];
