import type { NumberRange } from "../model/value.ts";
import type { Link } from "./links.ts";

type Bound = "min" | "max";

/**
 * For one holder, the highest ownership threshold, in per cent, at which it still controls each company
 * of a graph. At a threshold t it controls a company when it holds rights over it, or when its own shares
 * and those of every company it controls at t add up to t or more (aggregation as in OFAC's 50 Percent
 * Rule; a controlled company's whole stake counts). So along a chain of majorities the value is the
 * smallest link, and parallel holdings add up. `min` and `max` use the lowest and highest recorded
 * shares. Cycles cannot lift themselves: values only rise from what the holder really has.
 */
export function reach(
  holder: string,
  companies: ReadonlyMap<string, readonly Link[]>,
  bound: Bound,
): ReadonlyMap<string, number> {
  const values = new Map([[holder, 100]]);
  // Each round settles at least the highest value not yet settled, so there are at most as many rounds as companies.
  for (let changed = true; changed; ) {
    changed = false;
    for (const [company, links] of companies) {
      const value = company === holder ? 100 : strongest(links, values, bound).value;
      if (value > (values.get(company) ?? 0)) {
        values.set(company, value);
        changed = true;
      }
    }
  }
  return values;
}

/** The highest threshold at which these links give control, and the links that give it. */
export function strongest(
  links: readonly Link[],
  values: ReadonlyMap<string, number>,
  bound: Bound,
): { readonly value: number; readonly links: readonly Link[] } {
  let best: { value: number; links: readonly Link[] } = { value: 0, links: [] };
  for (const link of links) {
    const value = link.carries === "rights" ? (values.get(link.upper) ?? 0) : 0;
    if (value > best.value) best = { value, links: [link] };
  }
  let sum = 0;
  const taken: Link[] = [];
  for (const stake of stakes(links, values)) {
    sum = Math.min(100, sum + stake.share[bound]);
    taken.push(...stake.links);
    const value = Math.min(stake.value, sum);
    if (value > best.value) best = { value, links: [...taken] };
  }
  return best;
}

/** The recorded share of a link; everything from 0 to 100 where none is recorded. */
export function shareOf({ edge }: Link): NumberRange {
  return { min: edge.percent?.min ?? 0, max: edge.percent ? (edge.percent.max ?? 100) : 100 };
}

/** The shares by holder, strongest holder first. Two records of one holding are read as a range, never added. */
function stakes(links: readonly Link[], values: ReadonlyMap<string, number>) {
  const byHolder = new Map<string, { value: number; share: NumberRange; links: Link[] }>();
  for (const link of links) {
    const value = values.get(link.upper) ?? 0;
    if (link.carries !== "share" || value === 0) continue;
    const known = byHolder.get(link.upper);
    const share = shareOf(link);
    byHolder.set(link.upper, {
      value,
      share: known ? hull(known.share, share) : share,
      links: [...(known?.links ?? []), link],
    });
  }
  return [...byHolder.values()].sort((left, right) => right.value - left.value);
}

function hull(left: NumberRange, right: NumberRange): NumberRange {
  return { min: Math.min(left.min, right.min), max: Math.max(left.max, right.max) };
}
