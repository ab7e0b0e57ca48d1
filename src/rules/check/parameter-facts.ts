import type { PolicyParameter } from "../../model/generated/policy.ts";
import type { Fact, Vocabulary } from "../vocabulary.ts";
import { unknownWord } from "./unknown-word.ts";

type AtKey = (key: string, message: string, help: string) => void;

/** The fact whose values the parameter takes: a real one for `of`, else one made up from type and unit. */
export function valueFact(
  name: string,
  written: PolicyParameter,
  vocabulary: Vocabulary,
  at: AtKey,
): Fact | undefined {
  const listed = written.type === "enum" || written.type === "ordered" || written.type === "set";
  if (listed !== (written.of !== undefined)) {
    if (listed)
      at(
        "type",
        `a parameter of type \`${written.type}\` needs \`of\``,
        "name the fact whose values these are",
      );
    else at("of", `a parameter of type \`${written.type}\` takes no \`of\``, "remove `of`");
    return undefined;
  }
  const measured = written.type === "integer" || written.type === "number";
  if (written.unit !== undefined && !checkUnit(written.unit, measured, vocabulary, at)) return undefined;
  const source = written.of === undefined ? undefined : vocabulary.facts.get(written.of);
  if (written.of !== undefined && source === undefined) {
    const { message, help } = unknownWord(
      "fact",
      written.of,
      vocabulary.facts.keys(),
      "name a fact of the vocabulary",
    );
    at("of", message, help);
    return undefined;
  }
  if (source !== undefined && source.values.length === 0 && source.open === "no") {
    at("of", `\`${source.name}\` has no list of values`, "name an enum, an ordered enum or a set");
    return undefined;
  }
  return {
    name,
    subject: undefined,
    type: written.type,
    values: source?.values ?? [],
    open: written.type === "country" ? "countries" : (source?.open ?? "no"),
    unit: written.unit,
    none: false,
    range: false,
    vendor: false,
    country: false,
    label: {
      en: written.title.en,
      he: written.title.he ?? written.title.en,
      ar: written.title.ar ?? written.title.en,
    },
    yes: undefined,
    no: undefined,
    valueLabels: source?.valueLabels ?? new Map(),
  };
}

/** The fact that chooses the row of a table, if the parameter is one; `wrong` where it was refused. */
export function tableFact(
  written: PolicyParameter,
  vocabulary: Vocabulary,
  at: (message: string, help: string) => void,
): Fact | "wrong" | undefined {
  if (written.by === undefined) return undefined;
  const fact = vocabulary.facts.get(written.by);
  if (fact === undefined) {
    const { message, help } = unknownWord(
      "fact",
      written.by,
      vocabulary.facts.keys(),
      "name a fact of the vocabulary",
    );
    at(message, help);
    return "wrong";
  }
  if (fact.type === "boolean" || fact.type === "enum" || fact.type === "ordered" || fact.type === "country")
    return fact;
  at(
    `\`${fact.name}\` has no list of values to choose a row by`,
    "name an enum, an ordered enum or a boolean",
  );
  return "wrong";
}

function checkUnit(unit: string, measured: boolean, vocabulary: Vocabulary, at: AtKey): boolean {
  if (!measured) {
    at("unit", "only numbers have a unit", "remove `unit`");
    return false;
  }
  const units = new Set(
    [...vocabulary.facts.values()].flatMap((fact) => (fact.unit === undefined ? [] : [fact.unit])),
  );
  if (units.has(unit)) return true;
  const { message, help } = unknownWord("unit", unit, units, "use a unit of the vocabulary");
  at("unit", message, help);
  return false;
}
