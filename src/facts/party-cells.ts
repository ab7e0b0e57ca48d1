import type { Texts } from "../model/language.ts";
import type { Cell } from "../model/row.ts";
import type { Turn } from "../model/turn.ts";
import { type FactValue, UNKNOWN } from "../model/value.ts";
import { blank } from "./cells.ts";
import type { Mention } from "./mention.ts";

/** Makes cells of what is known of a party, with further steps in words. */
export type PartyCell = (value: FactValue | undefined, words?: readonly Texts[]) => Cell;

/** Where a party is named: the mention findings point at, and the other places they name beside it. */
export interface Named {
  readonly lead: Mention;
  readonly related: readonly string[];
}

/**
 * Cells at the name of a party. Where a name is written, what is not known is unknown of the company and
 * the cell still counts as stated; where nobody is named every cell is blank. `dates` are those of all cells.
 */
export function partyCells(
  lead: Mention,
  steps: readonly Texts[],
  related: readonly string[] = [],
  dates: readonly Turn[] = [],
): PartyCell {
  return (value, words = []) => {
    if (!lead.stated) return blank(lead.at);
    const path = [...steps, ...words];
    return {
      value: value ?? UNKNOWN,
      at: lead.at,
      stated: true,
      ...(path.length > 0 && { path }),
      ...(related.length > 0 && { related }),
      ...(dates.length > 0 && { dates }),
    };
  };
}

/** The steps that led from the name to the company. */
export function stepsOf({ identity }: Mention): readonly Texts[] {
  return identity.kind === "company" ? identity.path : [];
}
