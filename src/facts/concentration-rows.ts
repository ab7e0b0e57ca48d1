import { COMMA, type Texts, textIn, textsOf } from "../model/language.ts";
import type { Cell, Row } from "../model/row.ts";
import type { SetRow, Surroundings } from "../model/surroundings.ts";
import type { Turn } from "../model/turn.ts";
import { known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import { shareOf } from "./device-share.ts";
import { deviceScope } from "./listing-scope.ts";
import type { FactsContext } from "./manifest-view.ts";
import { type Fleet, fleetsIn, type Holding } from "./municipal-fleets.ts";
import { once } from "./once.ts";
import { stepsOf } from "./party-cells.ts";
import { partyRow } from "./party-row.ts";
import { child } from "./place.ts";
import { valueTexts } from "./value-texts.ts";

/** One row for each supplier in each function of each municipality, over all its manifests. */
export function concentrationRows(surroundings: Surroundings, context: FactsContext): readonly SetRow[] {
  return fleetsIn(surroundings, context).flatMap((fleet) =>
    suppliersIn(fleet).map((held) => concentrationRow(fleet, held, surroundings)),
  );
}

type Held = readonly [largest: Holding, ...others: Holding[]];

/** What each supplier holds of a fleet, one that is not stated included; its largest holding first. */
function suppliersIn({ holdings }: Fleet): readonly Held[] {
  const bySupplier = new Map<string, Held>();
  for (const holding of holdings) {
    const { key } = holding.origin.identity;
    if (holding.quantity?.max === 0) continue;
    const held = bySupplier.get(key);
    bySupplier.set(key, held === undefined ? [holding] : [...held, holding]);
  }
  return [...bySupplier.values()].map(largestFirst);
}

function largestFirst([first, ...others]: Held): Held {
  const size = ({ quantity }: Holding) => quantity?.max ?? 0;
  const largest = others.reduce((best, next) => (size(next) > size(best) ? next : best), first);
  const rest = [first, ...others].filter((holding) => holding !== largest);
  return [largest, ...rest.sort((left, right) => size(right) - size(left))];
}

function concentrationRow(fleet: Fleet, held: Held, surroundings: Surroundings): SetRow {
  const [largest] = held;
  const { base, manifest, device, origin } = largest;
  const { metadata } = manifest.value;
  const party = once(() =>
    partyRow(base.view, base.groupOf(origin), {
      system: base.system,
      lead: origin,
      listing: deviceScope(base.view, device),
    }),
  );
  const { key } = origin.identity;
  const row: Row = createRow({
    view: base.view,
    subject: "concentration",
    key: `${key} ${fleet.use} ${fleet.body}`,
    title: titleOf(origin.name, fleet, metadata.municipality.name),
    pointer: quantityAt(largest),
    written: origin.stated,
    place: device,
    derive: { "concentration.share": () => shareCell(fleet, held, surroundings) },
    scopes: { concentration: () => row, party },
    turns: () => [...fleet.turns(), ...controlTurns(fleet)],
  });
  return { row, document: manifest, id: metadata.id, municipality: metadata.municipality.cbs_code };
}

/** The days on which a supplier of the fleet comes under another controller. */
function controlTurns({ holdings }: Fleet): readonly Turn[] {
  return holdings.flatMap(({ base, origin: { identity } }) =>
    identity.kind === "company" && identity.entity !== undefined
      ? base.view.registry.turns(identity.entity).filter(({ reason }) => reason === "control")
      : [],
  );
}

const NO_SUPPLIER: Texts = { en: "supplier not stated", he: "ספק לא צוין", ar: "المورّد غير مذكور" };

function titleOf(supplier: string | undefined, { use }: Fleet, municipality: string): Texts {
  const words = valueTexts("system.functions_in_use", use);
  return textsOf((language) =>
    [supplier ?? textIn(NO_SUPPLIER, language), textIn(words, language), municipality].join(COMMA[language]),
  );
}

function quantityAt({ device }: Holding): string {
  return child(device, "quantity").at;
}

/** The share at its largest holding, with the others beside it; unknown while a manifest that nobody could read may add to it. */
function shareCell(fleet: Fleet, held: Held, { unread }: Surroundings): Cell {
  const [largest, ...others] = held;
  const { share, words } = shareOf(fleet, largest.origin.identity);
  const elsewhere = [
    ...others
      .filter(({ manifest }) => manifest !== largest.manifest)
      .map((holding) => ({ file: holding.manifest.file, at: quantityAt(holding) })),
    ...unread.map((file) => ({ file, at: "" })),
  ];
  const related = others.filter(({ manifest }) => manifest === largest.manifest).map(quantityAt);
  const detail = {
    path: [...stepsOf(largest.origin), ...words],
    ...(related.length > 0 && { related }),
    ...(elsewhere.length > 0 && { elsewhere }),
  };
  const cell = known(unread.length > 0 ? undefined : share, quantityAt(largest), detail);
  return cell.stated ? cell : { ...cell, stated: largest.quantity !== undefined, ...detail };
}
