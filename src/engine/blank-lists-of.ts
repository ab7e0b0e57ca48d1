import type { Document, JsonValue } from "../model/document.ts";
import type { Row } from "../model/row.ts";
import { isBlankAt, pointerOf } from "./value-at.ts";

/** The lists that leave a company blank because they are blank themselves; `[]` where a company of a written line is. */
export function blankListsOf(row: Row, document: Document<unknown>): readonly string[] {
  if (row.written) return [];
  const roles = row.scope("party")?.cell("party.roles").value;
  if (!(roles instanceof Set)) return [];
  const lists = [...roles].flatMap((role) => LISTS[role] ?? []);
  return [...new Set(lists)].filter((list) => isBlankList(list, row, document));
}

/** The lists that name who is in a role. What begins with a dot stands in an item of a list. */
const LISTS: Readonly<Record<string, readonly string[]>> = {
  product_origin: ["supply_chain.devices"],
  preinstalled_app: [".preinstalled_apps"],
  carrier: ["supply_chain.carriers"],
  app_publisher: ["supply_chain.mobile_apps"],
  sdk: ["supply_chain.mobile_apps", ".sdks"],
  cable_landing: ["supply_chain.international_links"],
  cable_supplier: ["supply_chain.international_links"],
  cable_operator: ["supply_chain.international_links"],
  hop: ["supply_chain.path.transit_equipment", "supply_chain.path.hops"],
};

function isBlankList(list: string, row: Row, document: Document<unknown>): boolean {
  // A blank list is found at its key, and one that is left out at the item that lacks it.
  const item = /^.*?\/\d+/.exec(row.pointer)?.[0];
  if (list.startsWith(".") && item === undefined) return false;
  const pointer = list.startsWith(".") ? `${item}${pointerOf(list.slice(1))}` : pointerOf(list);
  return isBlankAt(document.value as JsonValue, pointer);
}
