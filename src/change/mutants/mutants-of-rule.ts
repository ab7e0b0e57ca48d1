import type { JsonValue } from "../../model/document.ts";
import type {
  PolicyClause,
  PolicyCondition,
  PolicyDocument,
  PolicyEffect,
  PolicyRule,
} from "../../model/generated/policy.ts";
import { STAGES } from "../../rules/stages.ts";
import type { Vocabulary } from "../../rules/vocabulary.ts";
import type { Mutant } from "./mutant.ts";
import { type Edit, editsOfCondition, editsOfShift, editsOfValue } from "./mutants-of-condition.ts";
import { mutantsOfParameters } from "./mutants-of-parameters.ts";
import { type Path, pointerOf, replaceAt } from "./replace-at.ts";

type Sentence = PolicyRule | PolicyClause;

/**
 * Every mutant of one rule: each condition of each list changed and dropped, each limit moved, effects
 * weakened, stages shortened, `due` dropped. `index` is the rule's place in its policy.
 */
export function mutantsOfRule(
  policy: PolicyDocument,
  index: number,
  vocabulary: Vocabulary,
): readonly Mutant[] {
  const written = policy.rules[index];
  if (written === undefined || written.kept_by !== undefined) return [];
  const base = `/rules/${index}`;
  const edits = [
    ...editsOfSentence(written, [], vocabulary),
    ...(written.clauses ?? []).flatMap((clause, at) => editsOfSentence(clause, ["clauses", at], vocabulary)),
  ];
  const own = edits.map(
    (edit): Mutant => ({
      rule: written.id,
      pointer: pointerOf(base, edit.at ?? edit.path),
      change: edit.change,
      // An edit of a JSON value; whether it is a rule still is for the checker to say.
      written: replaceAt(written as unknown as JsonValue, edit.path, edit.next) as unknown as PolicyRule,
      parameter: undefined,
    }),
  );
  return [...own, ...mutantsOfParameters(policy, written, vocabulary)];
}

function editsOfSentence(sentence: Sentence, path: Path, vocabulary: Vocabulary): readonly Edit[] {
  return [
    ...(["when", "unless", "require"] as const).flatMap((list) =>
      editsOfConditions(sentence[list] ?? [], list, [...path, list], vocabulary),
    ),
    ...editsOfEffect(sentence.effect, [...path, "effect"]),
    ...editsOfStages(sentence.stages, [...path, "stages"]),
    ...editsOfDue(sentence.due, [...path, "due"]),
  ];
}

/** Every near miss of a list of conditions: each changed, each dropped, and the whole where the list may be left out. */
export function editsOfConditions(
  conditions: readonly PolicyCondition[],
  list: "when" | "unless" | "require",
  path: Path,
  vocabulary: Vocabulary,
): readonly Edit[] {
  const inside = conditions.flatMap((condition, index) =>
    editsOfCondition(condition, [...path, index], vocabulary),
  );
  const dropped =
    conditions.length < 2
      ? []
      : conditions.map((_, index) => ({
          path: [...path, index],
          next: undefined,
          change: "condition dropped",
        }));
  const whole =
    list === "require" || conditions.length === 0
      ? []
      : [{ path, next: undefined, change: `\`${list}\` dropped` }];
  return [...inside, ...dropped, ...whole];
}

const WEAKER: Readonly<Record<PolicyEffect, PolicyEffect | undefined>> = {
  block: "approve",
  approve: "warn",
  warn: "note",
  note: undefined,
};

function editsOfEffect(effect: PolicyRule["effect"], path: Path): readonly Edit[] {
  if (effect === undefined) return [];
  if (typeof effect === "string") {
    const next = WEAKER[effect];
    return next === undefined ? [] : [{ path, next, change: `effect \`${effect}\` became \`${next}\`` }];
  }
  return (["T1", "T2", "T3", "T4"] as const).flatMap((tier) => {
    const next = WEAKER[effect[tier]];
    if (next === undefined) return [];
    return [
      { path: [...path, tier], next, change: `effect \`${effect[tier]}\` at ${tier} became \`${next}\`` },
    ];
  });
}

function editsOfStages(stages: PolicyRule["stages"], path: Path): readonly Edit[] {
  const places = (stages ?? []).map((stage) => STAGES.indexOf(stage));
  const [from, to] = [Math.min(...places), Math.max(...places)];
  if (places.length === 0 || from >= to) return [];
  const span = (first: number, last: number): readonly JsonValue[] =>
    [...new Set([STAGES[first], STAGES[last]])].filter((stage) => stage !== undefined);
  return [
    { path, next: span(from + 1, to), change: `stages begin at \`${STAGES[from + 1]}\`` },
    { path, next: span(from, to - 1), change: `stages end at \`${STAGES[to - 1]}\`` },
  ];
}

function editsOfDue(due: PolicyRule["due"], path: Path): readonly Edit[] {
  if (due === undefined) return [];
  const operand = due as unknown as JsonValue;
  return [
    { path, next: undefined, change: "`due` dropped" },
    ...editsOfShift(operand, path),
    ...editsOfValue(operand, { type: "date", values: [] }, path, "calendar"),
  ];
}
