import type { Carrier } from "../model/generated/registry.ts";
import type { Registry } from "../model/registry.ts";
import { holdsOn } from "./period.ts";

/** Whether a carrier is named clean on a date. Where sources disagree, it is not; `undefined` where none says. */
export function cleanFlag(carriers: readonly Carrier[], asOf: string): ReturnType<Registry["carrier"]> {
  const stated = carriers
    .filter(({ from, to }) => holdsOn(from, to, asOf) !== "no")
    .flatMap(({ clean, source }) => (clean === null ? [] : [{ clean, source }]));
  return stated.find(({ clean }) => !clean) ?? stated[0];
}
