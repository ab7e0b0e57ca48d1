import type { NestedSubject } from "../../model/row.ts";
import { type FactValue, UNKNOWN } from "../../model/value.ts";
import type { CheckedDefinition, LadderStep } from "../checked-policies.ts";
import type { Comparison, Condition, Operand, Some } from "../form.ts";
import type { Operator } from "../operators.ts";
import { possibleKeys } from "../possible-keys.ts";
import type { Fact } from "../vocabulary.ts";
import { type Atoms, type Right, rightKey, testOf } from "./atoms.ts";
import { once } from "./once.ts";
import { factsOf, type Keys, keysOf, rightOf, rowsOf, unknownRows } from "./operands.ts";
import { setTerm } from "./set-terms.ts";
import { BLANK, type Term, type Terms, truthTerm } from "./terms.ts";

/** Turns the conditions of one version into terms over the atoms both versions share. */
export interface ConditionTerms {
  /** A comparison of a fact; of a tier that this version's ladder works out, what the ladder says. */
  ask(fact: Fact, operator: Operator, right?: Right): Term;
  all(conditions: readonly Condition[]): Term;
  /**
   * A term for an operand: `leaf` at the row of a table its keys choose; where a key is blank, what
   * `leaf` says at every row if all agree (`undecided` otherwise).
   */
  overRows(operand: Operand, leaf: (right: Right) => Term, join?: (rows: readonly Right[]) => Term): Term;
  /** True once a condition was met that terms cannot say; the answer must not rest on them. */
  readonly isBeyond: boolean;
}

interface Version {
  readonly terms: Terms;
  readonly atoms: Atoms;
  readonly definitions: ReadonlyMap<string, CheckedDefinition>;
  /** Members of open sets that a version names. */
  readonly named: () => readonly string[];
  /** Where the versions have different ladders: this one's, so that the system's tier is no fact of its own. */
  readonly ladder?: readonly LadderStep[] | undefined;
}

/** The terms of one version, with parameters of the day the atoms are for. */
export function conditionTerms({ terms, atoms, definitions, named, ladder }: Version): ConditionTerms {
  const { today } = atoms;
  const defined = new Map<string, Term>();
  let isBeyond = false;

  const steps = once(() => ladder?.map(({ tier, means }) => ({ tier, truth: all(means) })) ?? []);

  function ask(fact: Fact, operator: Operator, right?: Right): Term {
    if (operator === "is_not") return terms.not(ask(fact, "is", right));
    if (operator === "none_of") return terms.not(ask(fact, "one_of", right));
    if (operator === "contains_none") return terms.not(ask(fact, "contains_any", right));
    if (fact.type === "set") {
      if (right?.kind === "fact") isBeyond = true;
      else if (right?.value === UNKNOWN) return atoms.compare(fact, operator, right);
      else return setTerm(fact, operator, right?.value, { terms, atoms, named });
    }
    if (ladder === undefined || fact.name !== "system.tier" || right?.kind === "fact")
      return atoms.compare(fact, operator, right);
    const said = (tier: FactValue) => truthTerm(testOf(fact, operator, right, today)(() => tier));
    // The first step that is not surely passed over is the tier, or leaves it open.
    return steps().reduceRight(
      (below, { tier, truth }) =>
        terms.choose(
          terms.sure(truth),
          said(tier),
          terms.choose(terms.sure(terms.not(truth)), below, said(UNKNOWN)),
        ),
      said("T1"),
    );
  }

  const all = (conditions: readonly Condition[]): Term => terms.all(conditions.map(one));

  function one(condition: Condition): Term {
    switch (condition.kind) {
      case "comparison":
        return compare(condition);
      case "any":
        return terms.any(condition.members.map(one));
      case "definition": {
        const term = definition(condition.name);
        return condition.expected ? term : terms.not(term);
      }
      case "some":
        return some(condition);
    }
  }

  function definition(name: string): Term {
    const found = defined.get(name);
    if (found !== undefined) return found;
    const checked = definitions.get(name);
    const term = checked === undefined ? BLANK : all(checked.means);
    defined.set(name, term);
    return term;
  }

  function compare({ fact, operator, operand }: Comparison): Term {
    if (operand === undefined) return ask(fact, operator);
    return overRows(operand, (right) => ask(fact, operator, right));
  }

  function overRows(
    operand: Operand,
    leaf: (right: Right) => Term,
    join: (rows: readonly Right[]) => Term = (rows) => terms.agree(rows.map(leaf)),
  ): Term {
    const keys = keysOf(operand);
    const at = (chosen: Keys) => rightOf(operand, chosen, today);
    const together = (rows: readonly Right[]) => {
      const [first] = rows;
      const same = first !== undefined && rows.every((row) => rightKey(row) === rightKey(first));
      return same ? leaf(first) : join(rows);
    };
    const choose = (left: readonly Fact[], chosen: Keys, every: readonly Keys[]): Term => {
      const [key, ...rest] = left;
      if (key === undefined) return every.length === 0 ? leaf(at(chosen)) : together(every.map(at));
      const withRow = (row: string) => {
        const add = (to: Keys): Keys => new Map([...to, [key, row]]);
        return choose(rest, add(chosen), every.map(add));
      };
      const unknown = (every.length === 0 ? [chosen] : every).flatMap((to) =>
        unknownRows(key).map((row): Keys => new Map([...to, [key, row]])),
      );
      const blank = choose(rest, chosen, unknown);
      const written = ask(key, "stated");
      const listed = [...new Set([...possibleKeys(key), ...rowsOf(operand, key, today)])];
      return terms.choose(
        written,
        listed.reduceRight(
          (otherwise, row) => terms.choose(terms.sure(isRow(key, row)), withRow(row), otherwise),
          withRow(""),
        ),
        blank,
      );
    };
    return choose(keys, new Map(), []);
  }

  function isRow(key: Fact, row: string): Term {
    return ask(key, "one_of", { kind: "value", value: new Set([row]) });
  }

  function some({ subject, where }: Some): Term {
    const pairs = split(where, subject);
    return terms.any(
      pairs.map(({ inner, outer }) => terms.all([atoms.some(subject, terms.all(inner)), ...outer])),
    );
  }

  /** A list of conditions on a nested row as alternatives of what concerns the row and what does not. */
  function split(where: readonly Condition[], subject: NestedSubject) {
    let pairs: readonly { readonly inner: readonly Term[]; readonly outer: readonly Term[] }[] = [
      { inner: [], outer: [] },
    ];
    for (const condition of where) {
      const members = condition.kind === "any" ? condition.members : [condition];
      const inner = members.filter((member) => place(member, subject) !== "outer");
      const outer = members.filter((member) => place(member, subject) === "outer");
      if (members.some((member) => place(member, subject) === "both")) isBeyond = true;
      const [of, beside] = [terms.any(inner.map(one)), terms.any(outer.map(one))];
      pairs = pairs.flatMap((pair) => [
        ...(inner.length > 0 ? [{ ...pair, inner: [...pair.inner, of] }] : []),
        ...(outer.length > 0 ? [{ ...pair, outer: [...pair.outer, beside] }] : []),
      ]);
    }
    return pairs;
  }

  /** Whether a condition reads the nested row, what it belongs to, or both. */
  function place(condition: Condition, subject: NestedSubject): "inner" | "outer" | "both" {
    const subjects = subjectsOf(condition, subject);
    const outer = subjects.some((name) => name !== subject);
    return !subjects.includes(subject) ? "outer" : outer ? "both" : "inner";
  }

  /** The rows a condition at a nested row reads; what is defined for another row is read there. */
  function subjectsOf(condition: Condition, nested: NestedSubject): readonly (Fact["subject"] | "party")[] {
    switch (condition.kind) {
      case "comparison":
        return [condition.fact, ...factsOf(condition.operand)].flatMap((fact) => fact.subject ?? []);
      case "any":
        return condition.members.flatMap((member) => subjectsOf(member, nested));
      case "some":
        return ["party"];
      case "definition": {
        const definition = definitions.get(condition.name);
        return definition?.subject === nested
          ? definition.means.flatMap((member) => subjectsOf(member, nested))
          : ["party"];
      }
    }
  }

  return {
    ask,
    all,
    overRows,
    get isBeyond() {
      return isBeyond;
    },
  };
}
