import type { JsonValue } from "../model/document.ts";
import type { Explain, SchemaProblem } from "./explain-schema.ts";
import { namePlace } from "./name-place.ts";
import { refuseType, WRONG_TYPE } from "./refuse-type.ts";
import { resolveNode, type SchemaNode, type SchemaObject } from "./schema-node.ts";
import { nearest, quote, quoteList } from "./words.ts";

/** Why a value matches no branch of a union, told by the branch that comes nearest; or, of `one`, matches several. */
export function explainUnion(
  explain: Explain,
  branches: readonly SchemaNode[],
  value: JsonValue,
  pointer: string,
  quantity: "any" | "one",
): readonly SchemaProblem[] {
  const attempts = branches.map((branch) => ({
    node: resolveNode(explain.root, branch),
    problems: explain(branch, value, pointer),
  }));
  const matching = attempts.filter(({ problems }) => problems.length === 0).length;
  if (matching === 1 || (matching > 1 && quantity === "any")) return [];
  if (matching > 1) return [refuseAmbiguous(pointer)];
  const best = attempts.reduce((least, attempt) =>
    weigh(attempt.problems, pointer) < weigh(least.problems, pointer) ? attempt : least,
  );
  const words = attempts.flatMap(({ node }) => wordsOf(node));
  const similar = typeof value === "string" ? nearest(value, words) : undefined;
  const isWord = wordsOf(best.node).length > 0 && similar === undefined;
  if (weigh(best.problems, pointer) >= WRONG_TYPE || isWord) {
    return [refuseType(explain.root, { anyOf: branches }, value, pointer)];
  }
  return typeof value === "string" ? offerWords(best.problems, words, similar) : best.problems;
}

/** A wrong type tells branches apart only where it is the value's own; deeper down it is one problem of several. */
function weigh(problems: readonly SchemaProblem[], pointer: string): number {
  return problems.reduce((sum, problem) => {
    const isDeep = problem.pointer !== pointer && problem.weight === WRONG_TYPE;
    return sum + (isDeep ? 4 : problem.weight);
  }, 0);
}

function wordsOf(node: SchemaObject): readonly string[] {
  const values = node.const === undefined ? (node.enum ?? []) : [node.const];
  return values.filter((value) => typeof value === "string");
}

/** A text may also be one of the words other branches name, such as `none`. */
function offerWords(
  problems: readonly SchemaProblem[],
  words: readonly string[],
  similar: string | undefined,
): readonly SchemaProblem[] {
  return problems.map((problem) => {
    if (words.every((word) => problem.help.includes(quote(word)))) return problem;
    const near = similar === undefined ? "" : `; a value with a similar name exists: ${quote(similar)}`;
    return {
      ...problem,
      message: `${problem.message}${near}`,
      help: `${problem.help}, or ${quoteList(words)}`,
    };
  });
}

function refuseAmbiguous(pointer: string): SchemaProblem {
  return {
    pointer,
    at: "value",
    message: `${namePlace(pointer)} can be read in two ways`,
    help: "keep the keys of one of the two forms",
    weight: 5,
  };
}
