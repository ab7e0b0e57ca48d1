import type { Texts } from "../model/language.ts";
import type { NumberRange } from "../model/value.ts";
import { FILE_STEPS } from "./file-steps.ts";
import type { Fleet, Holding } from "./municipal-fleets.ts";
import { simplest } from "./owner-rows.ts";

/**
 * The share of a fleet's devices that come from one supplier, in per cent. Devices whose supplier is not
 * settled, or that may serve another function, make it a range; `undefined` where a quantity is
 * blank.
 */
export function shareOf(
  { holdings }: Fleet,
  supplier: string,
): { readonly share: number | NumberRange | undefined; readonly words: readonly Texts[] } {
  if (holdings.some(({ quantity }) => quantity === undefined))
    return { share: undefined, words: [FILE_STEPS.quantityOpen()] };
  const sum = (which: (holding: Holding) => boolean) =>
    holdings.filter(which).reduce((total, { quantity = 0 }) => total + quantity, 0);
  const isOwn = ({ origin }: Holding) => origin.identity.key === supplier;
  const isOpen = (holding: Holding) => !isOwn(holding) && !isSettled(holding);
  const isOther = (holding: Holding) => !isOwn(holding) && isSettled(holding);
  const certain = ({ counts }: Holding) => counts === true;
  const least = sum((holding) => isOwn(holding) && certain(holding));
  const rivals = sum((holding) => isOther(holding) && certain(holding));
  const most = sum((holding) => isOwn(holding) || isOpen(holding));
  const all = sum((holding) => !isOwn(holding) || certain(holding));
  const share = { min: percent(least, all), max: percent(most, most + rivals) };
  const words =
    share.min === share.max
      ? [FILE_STEPS.devices(least, all)]
      : [
          FILE_STEPS.devicesOpen(
            least,
            most,
            sum(() => true),
          ),
        ];
  return { share: simplest(share), words };
}

/** Whether it is settled that the devices come from somebody, so that they come from nobody else. */
function isSettled({ origin: { identity } }: Holding): boolean {
  if (identity.kind === "company") return identity.entity !== undefined;
  return identity.kind === "own" || identity.kind === "public_body";
}

function percent(part: number, whole: number): number {
  return whole === 0 ? 0 : (part * 100) / whole;
}
