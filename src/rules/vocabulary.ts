import type {
  VocabularyDocument,
  VocabularyFact,
  VocabularySubject,
  VocabularyTexts,
  VocabularyType,
} from "../model/generated/vocabulary.ts";
import type { NestedSubject, SubjectName } from "../model/row.ts";

export type FactType = VocabularyType;

/** A fact as the vocabulary declares it, with shared values looked up. */
export interface Fact {
  readonly name: string;
  /** `today` belongs to no subject. */
  readonly subject: SubjectName | NestedSubject | undefined;
  readonly type: FactType;
  /** Values of an enum, ordered enum or set, without `none`; lowest first. */
  readonly values: readonly string[];
  /** Values beyond the list are allowed: `countries`, or any. */
  readonly open: "no" | "countries" | "any";
  readonly unit: string | undefined;
  /** Whether `none` (for a set: `[]`) is a value. */
  readonly none: boolean;
  /** Whether a number may be known only within bounds. */
  readonly range: boolean;
  readonly vendor: boolean;
  readonly country: boolean;
  readonly label: VocabularyTexts;
  readonly yes: VocabularyTexts | undefined;
  readonly no: VocabularyTexts | undefined;
  readonly valueLabels: ReadonlyMap<string, VocabularyTexts>;
}

export interface Subject {
  readonly name: SubjectName | NestedSubject;
  readonly title: VocabularyTexts;
  /** Subjects whose facts can be read here, itself included. */
  readonly scope: ReadonlySet<string>;
  readonly nested: boolean;
  /** The fact that gives the tier of a row; `undefined` where a row has none. */
  readonly tierFact: string | undefined;
  /** Whether rows belong to a system, which has a stage. */
  readonly staged: boolean;
  /** Whether rows exist, blank, of which nothing is written. */
  readonly expected: boolean;
}

/** The vocabulary, ready to look things up. */
export interface Vocabulary {
  readonly facts: ReadonlyMap<string, Fact>;
  readonly subjects: ReadonlyMap<string, Subject>;
}

const indexed = new WeakMap<VocabularyDocument, Vocabulary>();

/** Makes a vocabulary ready for look-ups, each once. Throws where it contradicts itself, which is a bug in the vocabulary. */
export function indexVocabulary(document: VocabularyDocument): Vocabulary {
  const vocabulary = indexed.get(document) ?? toVocabulary(document);
  indexed.set(document, vocabulary);
  return vocabulary;
}

function toVocabulary(document: VocabularyDocument): Vocabulary {
  const facts = Object.entries(document.facts).map(([name, fact]) => toFact(name, fact, document));
  const subjects = Object.entries(document.subjects).map(([name, subject]) => toSubject(name, subject));
  return {
    facts: new Map(facts.map((fact) => [fact.name, fact])),
    subjects: new Map(subjects.map((subject) => [subject.name, subject])),
  };
}

function toFact(name: string, fact: VocabularyFact, document: VocabularyDocument): Fact {
  const shared = fact.of === undefined || fact.of === "country" ? fact : document.facts[fact.of];
  if (shared === undefined) throw new Error(`vocabulary: ${name} shares values with unknown ${fact.of}`);
  const subject = name === "today" ? undefined : name.slice(0, name.indexOf("."));
  if (subject !== undefined && document.subjects[subject] === undefined) {
    throw new Error(`vocabulary: ${name} belongs to no declared subject`);
  }
  const values: readonly string[] = shared.values ?? [];
  return {
    name,
    // The vocabulary's schema and the test beside it hold its subjects to the names of the model.
    subject: subject as SubjectName | NestedSubject | undefined,
    type: fact.type,
    values: values.filter((value) => value !== "none"),
    open: openness(fact, shared),
    unit: fact.unit,
    none: fact.none === true || values.includes("none") || fact.type === "set",
    range: fact.range === true,
    vendor: fact.tags?.includes("vendor") ?? false,
    country: fact.tags?.includes("country") ?? false,
    label: fact.label,
    yes: fact.yes,
    no: fact.no,
    valueLabels: new Map(Object.entries({ ...shared.value_labels, ...fact.value_labels })),
  };
}

function openness(fact: VocabularyFact, shared: VocabularyFact): Fact["open"] {
  if (fact.type === "country" || fact.of === "country") return "countries";
  const open = fact.open ?? shared.open;
  if (open === undefined) return "no";
  return open.startsWith("ISO 3166") ? "countries" : "any";
}

function toSubject(name: string, subject: VocabularySubject): Subject {
  const staged = subject.own_file !== true;
  const tiered = subject.has_tier ?? staged;
  return {
    // As above.
    name: name as SubjectName | NestedSubject,
    title: subject.title,
    scope: new Set([name, ...(staged ? ["system"] : []), ...(subject.scope ?? [])]),
    nested: subject.nested_in !== undefined,
    tierFact: tiered ? `${subject.own_tier === true ? name : "system"}.tier` : undefined,
    staged,
    expected: subject.expected !== undefined,
  };
}
