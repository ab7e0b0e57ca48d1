import { type FactValue, NONE, UNKNOWN } from "../../model/value.ts";
import { comparison } from "../compare-values.ts";
import type { Operator } from "../operators.ts";
import type { Fact } from "../vocabulary.ts";
import type { Atoms } from "./atoms.ts";
import { type Term, type Terms, truthTerm } from "./terms.ts";

/** Countries that stand for any not in question. */
export const COUNTRIES = ["IL", "NL", "FI", "PT", "IE", "NZ", "UY", "BW", "CR", "LU", "MT", "EE"];

/**
 * A comparison of a set with fixed members, as a formula over one yes-or-no question a member: a set of
 * many members has more values than can be listed, and each member by itself has two.
 */
export function setTerm(
  fact: Fact,
  operator: Operator,
  asked: FactValue | undefined,
  {
    terms,
    atoms,
    named,
  }: { readonly terms: Terms; readonly atoms: Atoms; readonly named: () => readonly string[] },
): Term {
  const stated = atoms.compare(fact, "stated");
  if (operator === "stated") return stated;
  const has = (member: string) => atoms.compare(memberOf(fact, member), "present");
  const every = () => (fact.open === "no" ? fact.values : openMembers(fact, named()));
  const isEmpty = () => terms.all(every().map((member) => terms.not(has(member))));
  if (asked === undefined) return terms.all([stated, terms.not(isEmpty())]);
  const listed = membersOf(asked);
  const whereStated = (): Term => {
    switch (operator) {
      case "is":
        return isEmpty();
      case "contains_all":
        return terms.all(listed.map(has));
      case "contains_only":
        return terms.all(
          every()
            .filter((one) => !listed.includes(one))
            .map((one) => terms.not(has(one))),
        );
      default:
        return terms.any(listed.map(has));
    }
  };
  const whereBlank = comparison(operator, fact, atoms.today)(UNKNOWN, asked);
  return terms.choose(stated, whereStated(), truthTerm(whereBlank));
}

function membersOf(value: FactValue): readonly string[] {
  if (value instanceof Set) return [...value];
  return typeof value === "string" ? [value] : [];
}

const SEPARATOR = " has ";

/** Whether a set has a member, as a fact of its own: `true`, or blank where it has not. */
function memberOf(fact: Fact, member: string): Fact {
  return { ...fact, name: `${fact.name}${SEPARATOR}${member}`, type: "boolean", none: false };
}

/** Whether a fact is one of those that stand for a member of a set. */
export function isMember({ name }: Fact): boolean {
  return name.includes(SEPARATOR);
}

/** The members of an open set that matter: those that are named, and one beyond them all. */
function openMembers(fact: Fact, named: readonly string[]): readonly string[] {
  const fits = (value: string) => fact.open === "any" || /^[A-Z]{2}$/.test(value);
  const beyond = [...COUNTRIES, "other"].find(
    (value) => !named.includes(value) && !fact.values.includes(value),
  );
  return [...new Set([...fact.values, ...named.filter(fits), ...(beyond === undefined ? [] : [beyond])])];
}

/** Values in which each set whose members were asked about is one value again. */
export function withSets(values: ReadonlyMap<string, FactValue>): ReadonlyMap<string, FactValue> {
  const whole = new Map<string, FactValue>();
  const members = new Map<string, string[]>();
  for (const [name, value] of values) {
    const [set = name, member] = name.split(SEPARATOR);
    if (member === undefined) whole.set(name, value);
    else members.set(set, [...(members.get(set) ?? []), ...(value === true ? [member] : [])]);
  }
  for (const [set, found] of members) {
    const blank = whole.has(set) ? whole.get(set) === UNKNOWN : found.length === 0;
    if (!blank) whole.set(set, found.length === 0 ? NONE : new Set(found));
  }
  return whole;
}

/** Values in which each set that has a member counts as stated. */
export function withStated(values: Iterable<readonly [string, FactValue]>): ReadonlyMap<string, FactValue> {
  const all = new Map(values);
  for (const [name, value] of [...all]) {
    const [set = name, member] = name.split(SEPARATOR);
    if (member !== undefined && value === true && !all.has(set)) all.set(set, NONE);
  }
  return all;
}
