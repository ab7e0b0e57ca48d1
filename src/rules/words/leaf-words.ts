import { type Language, textIn } from "../../model/language.ts";
import type { Row } from "../../model/row.ts";
import type { Leaf } from "../../model/rule.ts";
import type { Turn } from "../../model/turn.ts";
import { type FactValue, NONE, type Truth, UNKNOWN } from "../../model/value.ts";
import type { CheckedDefinition } from "../checked-policies.ts";
import type { FoundCell } from "../compile/read-fact.ts";
import type { Operand } from "../form.ts";
import type { Operator } from "../operators.ts";
import type { Fact, Vocabulary } from "../vocabulary.ts";
import { operandWords } from "./condition-words.ts";
import { phraseOf } from "./phrase-of.ts";
import { say } from "./say.ts";
import { isNamed, valueWords } from "./value-words.ts";

/** Where a comparison stands: in what is required or in what is asked first, and in which definitions, outermost first. */
export interface LeafPlace {
  readonly required: boolean;
  readonly within: readonly { readonly name: string; readonly truth: Truth }[];
}

/** One comparison as it came out, before it is put into words. */
export interface LeafParts {
  readonly fact: Fact;
  readonly operator: Operator;
  readonly operand: FactValue | undefined;
  readonly found: FoundCell;
  readonly truth: Truth;
  readonly place: LeafPlace;
  /** The operand as the policy wrote it, shown where no one value can be. */
  readonly written?: Operand;
  /** The days on which it may come out otherwise. */
  readonly turns: () => readonly Turn[];
}

/** Makes the leaves of a trace: comparisons with the words for them. */
export interface LeafWords {
  leaf(parts: LeafParts): Leaf;
  /** A blank fact that an operand depends on. */
  missing(fact: Fact, found: FoundCell, operator: Operator, place: LeafPlace): Leaf;
  /** A definition that came out as it did without any comparison, such as over an empty list. */
  definition(name: string, truth: Truth, row: Row, place: LeafPlace): Leaf;
}

/** Leaves for a run on one date; each puts itself into words only when asked. */
export function leafWords(
  vocabulary: Vocabulary,
  definitions: ReadonlyMap<string, CheckedDefinition>,
  asOf: string,
): LeafWords {
  const title = (name: string, language: Language) => {
    const texts = definitions.get(name)?.title;
    return texts === undefined ? name : textIn(texts, language);
  };
  const inDefinition = ({ within }: LeafPlace, reason: string, language: Language) => {
    const [outermost] = within;
    if (outermost === undefined) return reason;
    const answer = answerWords(outermost.truth, language);
    return say(language, "defined", { title: title(outermost.name, language), answer, reason });
  };
  const names = ({ within }: LeafPlace) => within.map(({ name }) => name);
  return {
    leaf: (parts) => {
      const { fact, operator, operand, found, truth, place } = parts;
      const words = (language: Language) => {
        const context = { vocabulary, definitions, asOf, language };
        const label = fact.label[language];
        const value = valueWords(found.value, fact, language, operand);
        const shown =
          operand === undefined
            ? ""
            : (isNoValue(operand) || (found.value === NONE && isToday(parts.written))) &&
                parts.written !== undefined &&
                parts.written.kind !== "literal"
              ? operandWords(parts.written, fact, context)
              : valueWords(operand, fact, language);
        const apart = operand !== undefined && shown !== "" && isNamed(operand, fact);
        const set = apart ? say(language, "quoted", { text: shown }) : shown;
        const phrase = say(language, phraseOf(operator, fact), {
          value: operator === "is_not" ? set : shown,
        });
        if (!place.required || place.within.length > 0)
          return phrase === value || saysItself(fact, operator, truth)
            ? say(language, "labelled", { label, phrase: value })
            : say(language, judged(truth), { label, value, phrase: operator === "is" ? set : phrase });
        return operator === "at_most"
          ? say(language, "limit", { label, value, operand: shown })
          : say(language, "required", { label, value, phrase });
      };
      return {
        fact: fact.name,
        operator,
        operand,
        row: found.row,
        cell: found.cell,
        truth,
        within: names(place),
        words: (language) => inDefinition(place, words(language), language),
        reason: words,
        wrap: (reason, language) => inDefinition(place, reason, language),
        turns: parts.turns,
      };
    },
    missing: (fact, found, operator, place) => {
      const reason = (language: Language) =>
        say(language, "labelled", { label: fact.label[language], phrase: say(language, "blank") });
      return {
        fact: fact.name,
        operator,
        operand: undefined,
        row: found.row,
        cell: found.cell,
        truth: undefined,
        within: names(place),
        words: (language) => inDefinition(place, reason(language), language),
        reason,
        wrap: (text, language) => inDefinition(place, text, language),
        turns: () => found.cell.dates ?? [],
      };
    },
    definition: (name, truth, row, place) => {
      const words = (language: Language) =>
        say(language, "definedAlone", { title: title(name, language), answer: answerWords(truth, language) });
      return {
        fact: name,
        operator: "is",
        operand: true,
        row,
        cell: { value: truth ?? UNKNOWN, at: row.pointer, stated: row.written },
        truth,
        within: names(place),
        words,
        reason: words,
        wrap: (reason) => reason,
        turns: () => [],
      };
    },
  };
}

/** A reference that leads to nothing, blank or `none`, is shown as the reference. */
function isNoValue(operand: FactValue): boolean {
  return operand === UNKNOWN || operand === NONE;
}

/** Where there is no day to compare, the day of the run is said as what it is, so that it reads the same tomorrow. */
function isToday(written: Operand | undefined): boolean {
  return written?.kind === "fact" && written.fact.subject === undefined;
}

/** That a value is one of several, that it is the one it should not be, or the other of two, says no more than the value. */
function saysItself(fact: Fact, operator: Operator, truth: Truth): boolean {
  if (truth === true) return operator === "one_of";
  return truth === false && (operator === "is_not" || (operator === "is" && fact.type === "boolean"));
}

function answerWords(truth: Truth, language: Language): string {
  return say(language, truth === undefined ? "unknown" : truth ? "yes" : "no");
}

function judged(truth: Truth): "holds" | "fails" | "undecided" {
  return truth === undefined ? "undecided" : truth ? "holds" : "fails";
}
