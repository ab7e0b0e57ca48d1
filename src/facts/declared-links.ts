import type { Cell } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import { contradicted } from "./contradicted.ts";
import { DECLARED_FACTS } from "./declared-facts.ts";
import type { ManifestView } from "./manifest-view.ts";
import { parseValue } from "./parse-value.ts";
import { follow } from "./place.ts";
import { flagAt, isNone } from "./read.ts";

/** The international links as written; not stated where there are none unless the path stays in the country. */
export function declaredLinks(view: ManifestView): Cell {
  const list = follow(view.root, "supply_chain.international_links");
  const leaves = follow(view.root, "supply_chain.path.leaves_country");
  const fact = DECLARED_FACTS.get("system.links");
  if (list.value === undefined || fact === undefined) return blank(list.at);
  if (!isNone(list) || flagAt(leaves) === false) return known(parseValue(list.value, fact), list.at);
  return flagAt(leaves) === true ? { ...contradicted(list.at, [leaves]), stated: false } : blank(leaves.at);
}
