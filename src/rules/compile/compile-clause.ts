import { textIn } from "../../model/language.ts";
import type { Row } from "../../model/row.ts";
import type { CompiledClause, CompiledRule, Effect, Outcome, Part, Tier, Trace } from "../../model/rule.ts";
import type { Truth } from "../../model/value.ts";
import type { CheckedClause } from "../checked-policies.ts";
import { manifestText } from "../manifest-text.ts";
import { allTrue, anyTrue, negate } from "../truth.ts";
import { compileBinding } from "./compile-binding.ts";
import { type CompileContext, compileCondition } from "./compile-condition.ts";
import { compileOperand, singleValue } from "./compile-operand.ts";
import { allHold } from "./holds.ts";

const STRENGTH: readonly Effect[] = ["note", "warn", "approve", "block"];
const ASKED = { required: false, within: [] };
const REQUIRED = { required: true, within: [] };

/** Compiles a clause of `rule`; `advisory` caps every effect at `warn`. */
export function compileClause(
  clause: CheckedClause,
  rule: CompiledRule,
  advisory: boolean,
  context: CompileContext,
): CompiledClause {
  const when = clause.when.map((condition) => compileCondition(condition, context));
  const unless = clause.unless.map((list) => list.map((condition) => compileCondition(condition, context)));
  const require = clause.require.map((condition) => compileCondition(condition, context));
  const { id, subject, stages, effective, until, help } = clause;
  return {
    rule,
    id,
    help: (language) => (help === undefined ? rule.help(language) : textIn(help, language)),
    subject,
    stages,
    effective,
    until,
    effect: effectByTier(clause, advisory),
    outcome: (row) => {
      const applies = allHold(when, row);
      if (applies === false) return "not-applicable";
      const exempt = anyTrue(unless, (list) => allHold(list, row));
      if (exempt === true) return "not-applicable";
      return outcome(applies && negate(exempt), allHold(require, row));
    },
    trace: (row): Trace => {
      const asked = when.map((condition) => condition.explain(row, ASKED));
      const exempted = unless.map((list) => list.map((condition) => condition.explain(row, ASKED)));
      const required = require.map((condition) => condition.explain(row, REQUIRED));
      const applies = allTrue([truthOf(asked), negate(anyTrue(exempted, truthOf))], (truth) => truth);
      return {
        outcome: applies === false ? "not-applicable" : outcome(applies, truthOf(required)),
        when: asked,
        unless: exempted.flat(),
        require: required,
      };
    },
    ...compileBinding(clause, rule.id, context),
    fix: compileFix(clause, context),
  };
}

/** When a rule may not apply, it passes only if its requirement holds anyway. */
function outcome(applies: Truth, required: Truth): Outcome {
  if (required === true) return "pass";
  return applies === true && required === false ? "fail" : "unknown";
}

function truthOf(parts: readonly Part[]): Truth {
  return allTrue(parts, (part) => part.truth);
}

function effectByTier({ effect }: CheckedClause, advisory: boolean): (tier: Tier | undefined) => Effect {
  const cap = STRENGTH.indexOf(advisory ? "warn" : "block");
  const capped = (word: Effect) => STRENGTH[Math.min(STRENGTH.indexOf(word), cap)] ?? word;
  const table = {
    T1: capped(effect.T1),
    T2: capped(effect.T2),
    T3: capped(effect.T3),
    T4: capped(effect.T4),
  };
  const strongest = STRENGTH.findLast((word) => Object.values(table).includes(word)) ?? "block";
  return (tier) => (tier === undefined ? strongest : table[tier]);
}

function compileFix({ fix }: CheckedClause, { asOf, find }: CompileContext): CompiledClause["fix"] {
  if (fix === undefined) return () => undefined;
  const operand = compileOperand(fix.to, asOf, find);
  return (row: Row) => {
    const text = manifestText(singleValue(operand.values(row)));
    return text === undefined ? undefined : { fact: fix.fact.name, text };
  };
}
