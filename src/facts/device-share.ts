import type { Texts } from "../model/language.ts";
import type { NumberRange, Truth } from "../model/value.ts";
import { FILE_STEPS } from "./file-steps.ts";
import type { Identity } from "./identity.ts";
import type { Fleet, Holding } from "./municipal-fleets.ts";
import { simplest } from "./owner-rows.ts";
import { isOneGroup } from "./supplier-group.ts";

/**
 * The share of a fleet's devices that come from one supplier and whoever stands under one controller with it,
 * in per cent. Devices whose supplier or number is not settled, that may serve another function, or whose maker may
 * be of the group, make it a range; `undefined` where a quantity is blank.
 */
export function shareOf(
  { holdings }: Fleet,
  supplier: Identity,
): { readonly share: number | NumberRange | undefined; readonly words: readonly Texts[] } {
  const counted = holdings.flatMap((holding) => {
    const { quantity, counts } = holding;
    return quantity === undefined
      ? []
      : [{ quantity, certain: counts === true, own: isOwn(holding, supplier) }];
  });
  if (counted.length < holdings.length) return { share: undefined, words: [FILE_STEPS.quantityOpen()] };
  const sum = (bound: keyof NumberRange, which: (one: (typeof counted)[number]) => boolean) =>
    counted.filter(which).reduce((total, { quantity }) => total + quantity[bound], 0);
  const least = sum("min", ({ own, certain }) => own === true && certain);
  const most = sum("max", ({ own }) => own !== false);
  const rivals = sum("min", ({ own, certain }) => own === false && certain);
  const all = least + sum("max", ({ own }) => own !== true);
  const share = { min: percent(least, all), max: percent(most, most + rivals) };
  const words =
    share.min === share.max
      ? FILE_STEPS.devices(least, all)
      : FILE_STEPS.devicesOpen(
          least,
          most,
          sum("max", () => true),
        );
  return { share: simplest(share), words: [...groupWords(holdings, supplier), words] };
}

/** Whether devices come from a supplier or its group; unknown where it is not settled whom they come from. */
function isOwn({ origin, base }: Holding, supplier: Identity): Truth {
  const { identity } = origin;
  if (identity.key === supplier.key) return true;
  return isSettled(identity) ? isOneGroup(identity, supplier, base.view) : undefined;
}

/** Whether it is settled that the devices come from somebody, so that they come from nobody else. */
function isSettled(identity: Identity): boolean {
  if (identity.kind === "company") return identity.entity !== undefined;
  return identity.kind === "own" || identity.kind === "public_body";
}

/** The others that are counted with a supplier, or may be. */
function groupWords(holdings: readonly Holding[], supplier: Identity): readonly Texts[] {
  const names = { together: new Set<string>(), perhaps: new Set<string>() };
  for (const { origin, base } of holdings) {
    const { identity, name } = origin;
    if (identity.key === supplier.key || !isSettled(identity)) continue;
    const isOne = isOneGroup(identity, supplier, base.view);
    if (isOne !== false) names[isOne ? "together" : "perhaps"].add(name ?? identity.key);
  }
  return [
    ...[...names.together].map(FILE_STEPS.oneGroup),
    ...[...names.perhaps].map(FILE_STEPS.perhapsOneGroup),
  ];
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (part * 100) / whole;
}
