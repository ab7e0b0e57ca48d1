import type { Registry } from "../model/registry.ts";
import type { Truth } from "../model/value.ts";
import { MAJORITY } from "../registry/holders.ts";
import type { Identity } from "./identity.ts";

interface Day {
  readonly registry: Registry;
  readonly asOf: string;
}

/**
 * Whether two suppliers are one, or stand under one controller on the date; unknown where a share may or may
 * not give control, or where the relation is recorded at low confidence.
 */
export function isOneGroup(one: Identity, other: Identity, day: Day): Truth {
  if (one.key === other.key) return true;
  const [own, others] = [controllers(one, day), controllers(other, day)];
  const common = [...own].flatMap(([holder, isCertain]) => {
    const isOthers = others.get(holder);
    return isOthers === undefined ? [] : [isCertain && isOthers];
  });
  if (common.length === 0) return false;
  return common.includes(true) ? true : undefined;
}

/** A company and those that may control it, each with whether they do. */
function controllers(identity: Identity, { registry, asOf }: Day): ReadonlyMap<string, boolean> {
  const company = identity.kind === "company" ? identity.entity : undefined;
  if (company === undefined) return new Map();
  const isDoubtful = (holder: string) => {
    const between = registry
      .edges(company, asOf)
      .filter(({ from, to, active }) => active && (from === holder || to === holder));
    return between.length > 0 && between.every(({ confidence }) => confidence === "low");
  };
  return new Map(
    registry
      .holders(company, asOf)
      .filter(({ control }) => control.max >= MAJORITY)
      .map(({ entity, control }) => [
        entity,
        entity === company || (control.min >= MAJORITY && !isDoubtful(entity)),
      ]),
  );
}
