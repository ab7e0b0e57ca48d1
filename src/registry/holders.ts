import type { Holder } from "../model/registry.ts";
import type { NumberRange } from "../model/value.ts";
import { reach, shareOf, strongest } from "./control.ts";
import type { Link, LinksAbove } from "./links.ts";
import { endOf, firstDay } from "./period.ts";
import type { StepWords } from "./step-words.ts";

/** OFAC's 50 Percent Rule, the model for whose stakes count as whose; rules compare with their own threshold. */
export const MAJORITY = 50;

type Companies = ReadonlyMap<string, readonly Link[]>;

/**
 * The company itself, then everyone above it on a date, nearest first. `control` is a range where shares
 * are; a holder with an investment only has control 0. `percent` is what the holder and the companies
 * it holds by majority or rights own together.
 */
export function findHolders(
  company: string,
  asOf: string,
  above: LinksAbove,
  words: StepWords,
): readonly Holder[] {
  const companies = upward(company, asOf, above);
  const itself: Holder = {
    entity: company,
    control: { min: 100, max: 100 },
    percent: undefined,
    since: undefined,
    until: undefined,
    path: [],
    sources: [],
  };
  const holders = [...companies.keys()].filter((entity) => entity !== company);
  return [itself, ...holders.map((entity) => describe(entity, company, companies, asOf, words))];
}

/** Every company above on a date, or at any time, with the links above it, breadth first; a company already met is not walked again. */
export function upward(company: string, asOf: string | undefined, above: LinksAbove): Companies {
  const companies = new Map<string, readonly Link[]>();
  const queue = [company];
  for (const next of queue) {
    if (companies.has(next)) continue;
    const links = above(next, asOf);
    companies.set(next, links);
    queue.push(...links.map((link) => link.upper));
  }
  return companies;
}

function describe(
  holder: string,
  company: string,
  companies: Companies,
  asOf: string,
  words: StepWords,
): Holder {
  const low = reach(holder, companies, "min");
  const high = reach(holder, companies, "max");
  const steps = high.has(company)
    ? controlSteps(holder, company, companies, high)
    : anySteps(holder, company, companies);
  const starts = steps.flatMap(({ edge }) => (edge.from_date ? [firstDay(edge.from_date)] : []));
  const ends = steps.flatMap(({ edge }) => (edge.to_date ? [endOf(edge.to_date)] : []));
  return {
    entity: holder,
    control: { min: low.get(company) ?? 0, max: high.get(company) ?? 0 },
    percent: jointShare(companies.get(company) ?? [], low, high),
    since: starts.sort().at(-1),
    until: ends.sort()[0],
    path: steps.map(({ edge }) => words(edge, asOf)),
    sources: [...new Set(steps.flatMap(({ edge }) => edge.sources))],
  };
}

/** The links that give the strongest control, from the company up to the holder. */
function controlSteps(
  holder: string,
  company: string,
  companies: Companies,
  values: ReadonlyMap<string, number>,
) {
  const steps: Link[] = [];
  const met = new Set([holder]);
  const queue = [company];
  for (const next of queue) {
    if (met.has(next)) continue;
    met.add(next);
    const { links } = strongest(companies.get(next) ?? [], values, "max");
    steps.push(...links);
    queue.push(...links.map((link) => link.upper));
  }
  return steps;
}

/** The shortest way up over links of any kind. */
function anySteps(holder: string, company: string, companies: Companies): readonly Link[] {
  const ways = new Map<string, readonly Link[]>([[company, []]]);
  for (const [next, way] of ways) {
    if (next === holder) return way;
    for (const link of companies.get(next) ?? []) {
      if (!ways.has(link.upper)) ways.set(link.upper, [...way, link]);
    }
  }
  return [];
}

function jointShare(
  links: readonly Link[],
  low: ReadonlyMap<string, number>,
  high: ReadonlyMap<string, number>,
): NumberRange | undefined {
  const counted = links.filter((link) => (high.get(link.upper) ?? 0) >= MAJORITY);
  if (!counted.some(({ edge }) => edge.percent)) return undefined;
  const sum = (shares: readonly number[]) =>
    Math.min(
      100,
      shares.reduce((total, share) => total + share, 0),
    );
  const certain = counted.filter((link) => (low.get(link.upper) ?? 0) >= MAJORITY);
  return {
    min: sum(certain.map((link) => shareOf(link).min)),
    max: sum(counted.map((link) => shareOf(link).max)),
  };
}
