import type { Fact } from "../vocabulary.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { unknownWord } from "./unknown-word.ts";

export type ReadableFact =
  | { readonly kind: "fact"; readonly fact: Fact }
  | { readonly kind: "definition"; readonly name: string };

/** The fact or definition of a name, if it exists and its subject is among those that can be read here. */
export function readableFact(
  name: string,
  pointer: string,
  { library, report }: PolicyScope,
  readable: ReadonlySet<string>,
): ReadableFact | undefined {
  const fact = library.vocabulary.facts.get(name);
  const definition = library.definitions.get(name);
  if (fact === undefined && definition === undefined) {
    const inScope = [...library.vocabulary.facts.keys(), ...library.definitions.keys()].filter((candidate) =>
      readable.has(candidate.slice(0, candidate.indexOf("."))),
    );
    const wayOut = "use a fact in scope, or add it to the vocabulary";
    const { message, help } = unknownWord("fact", name, inScope, wayOut);
    report(pointer, message, help);
    return undefined;
  }
  const subject = fact === undefined ? definition?.subject.name : fact.subject;
  if (subject !== undefined && !readable.has(subject)) {
    const scopes = [...readable].map((item) => `\`${item}.*\``).join(", ");
    report(
      pointer,
      `\`${name}\` is out of scope; in scope are ${scopes}`,
      "change `subject`, or read a fact in scope",
    );
    return undefined;
  }
  return fact === undefined ? { kind: "definition", name } : { kind: "fact", fact };
}
