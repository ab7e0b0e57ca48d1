import { type Language, textIn } from "../../model/language.ts";
import { type FactValue, UNKNOWN } from "../../model/value.ts";
import type { CheckedDefinition, CheckedParameter } from "../checked-policies.ts";
import type { Comparison, Condition, Operand, Shift } from "../form.ts";
import { valueAt } from "../value-at.ts";
import type { Fact, Vocabulary } from "../vocabulary.ts";
import { durationWords } from "./duration-words.ts";
import { phraseOf } from "./phrase-of.ts";
import { say } from "./say.ts";
import { isNamed, valueWords } from "./value-words.ts";

/** What putting a form into words needs beside it. */
export interface WordContext {
  readonly vocabulary: Vocabulary;
  readonly definitions: ReadonlyMap<string, CheckedDefinition>;
  /** The date parameters are looked up for. */
  readonly asOf: string;
  readonly language: Language;
}

/** A condition in words, "label: phrase"; a definition appears by its title. */
export function conditionWords(condition: Condition, context: WordContext): string {
  const { language } = context;
  switch (condition.kind) {
    case "comparison": {
      const label = condition.fact.label[language];
      return say(language, "labelled", { label, phrase: phraseWords(condition, context) });
    }
    case "definition": {
      const title = context.definitions.get(condition.name)?.title;
      const label = say(language, "quoted", {
        text: title === undefined ? condition.name : textIn(title, language),
      });
      return say(language, "labelled", { label, phrase: say(language, condition.expected ? "yes" : "no") });
    }
    case "any": {
      const list = condition.members
        .map((member) => conditionWords(member, context))
        .join(say(language, "or"));
      return say(language, "either", { list });
    }
    case "some": {
      const list = condition.where
        .map((inner) => conditionWords(inner, context))
        .join(say(language, "someJoin"));
      const subject =
        context.vocabulary.subjects.get(condition.subject)?.title[language] ?? condition.subject;
      return say(language, "some", { subject, list });
    }
  }
}

/** The part of a comparison after the label: `at most 30 days`. */
function phraseWords({ fact, operator, operand }: Comparison, context: WordContext): string {
  if (operand?.kind === "parameter" && valueAt(operand.parameter, context.asOf) === undefined) {
    return say(context.language, "notInForce");
  }
  const value = operand === undefined ? "" : operandWords(operand, fact, context);
  const named = operand?.kind === "literal" && isNamed(operand.value, fact);
  const apart = operator === "is_not" && named ? say(context.language, "quoted", { text: value }) : value;
  return say(context.language, phraseOf(operator, fact), { value: apart });
}

/** An operand in words: a value, each row of a table, or the label of a fact, moved by a duration. */
export function operandWords(operand: Operand, fact: Fact, context: WordContext): string {
  const { language } = context;
  if (operand.kind === "literal") return valueWords(operand.value, fact, language);
  const base =
    operand.kind === "fact" ? operand.fact.label[language] : parameterWords(operand.parameter, fact, context);
  return operand.shift === undefined ? base : shiftedWords(base, operand.shift, context);
}

function shiftedWords(base: string, { sign, by }: Shift, context: WordContext): string {
  const duration =
    by.kind === "literal"
      ? durationWords(by.value, context.language)
      : parameterWords(by.parameter, by.parameter.of, context);
  return say(context.language, sign === 1 ? "plus" : "minus", { base, duration });
}

function parameterWords(parameter: CheckedParameter, fact: Fact, context: WordContext): string {
  const dated = valueAt(parameter, context.asOf);
  if (dated === undefined) return say(context.language, "notInForce");
  return parameterValueWords(dated.value, parameter, fact, context.language);
}

/** A value of a parameter in words, row by row where it is a table; units and labels are those of `fact`. */
export function parameterValueWords(
  value: FactValue | ReadonlyMap<string, FactValue>,
  parameter: CheckedParameter,
  fact: Fact,
  language: Language,
): string {
  if (!(value instanceof Map)) return valueWords(value as FactValue, fact, language);
  const rows = [...value].map(([key, row]: [string, FactValue]) => {
    const words = valueWords(row, fact, language);
    if (key === "other") return say(language, "rowOtherwise", { value: words });
    return say(language, "row", { value: words, key: keyWords(key, parameter.by, language) });
  });
  return rows.join(say(language, "separator"));
}

function keyWords(key: string, by: Fact | undefined, language: Language): string {
  if (by === undefined) return key;
  const value: FactValue = by.type === "boolean" ? key === "true" : key;
  return valueWords(value ?? UNKNOWN, by, language);
}
