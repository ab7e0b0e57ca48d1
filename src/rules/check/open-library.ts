import type { Document, FileProblem } from "../../model/document.ts";
import type { PolicyDocument } from "../../model/generated/policy.ts";
import type { VocabularyDocument } from "../../model/generated/vocabulary.ts";
import type { CheckedParameter } from "../checked-policies.ts";
import { indexVocabulary, type Vocabulary } from "../vocabulary.ts";
import { checkParameter } from "./check-parameter.ts";
import type { DefinitionHead, Library, PolicyScope } from "./policy-scope.ts";
import { type Report, reportInto } from "./report.ts";
import { unknownWord } from "./unknown-word.ts";

/** Collects the names all policies share and checks each policy's parameters. */
export function openLibrary(
  documents: readonly Document<PolicyDocument>[],
  vocabularyDocument: VocabularyDocument,
  problems: FileProblem[],
): { readonly library: Library; readonly scopes: readonly PolicyScope[] } {
  const vocabulary = indexVocabulary(vocabularyDocument);
  const definitions = new Map<string, DefinitionHead>();
  const parameterOwners = new Map<string, string[]>();
  const library: Library = { vocabulary, definitions, parameterOwners };
  const scopes = documents.map((document): PolicyScope => {
    const report = reportInto(problems, document);
    addDefinitions(document, vocabulary, definitions, report);
    const parameters = new Map<string, CheckedParameter>();
    for (const name of Object.keys(document.value.parameters ?? {})) {
      parameterOwners.set(name, [...(parameterOwners.get(name) ?? []), document.value.id]);
      const parameter = checkParameter(name, document, vocabulary, report);
      if (parameter !== undefined) parameters.set(name, parameter);
    }
    return { library, document, parameters, used: new Set(), report };
  });
  return { library, scopes };
}

function addDefinitions(
  document: Document<PolicyDocument>,
  { facts, subjects }: Vocabulary,
  definitions: Map<string, DefinitionHead>,
  report: Report,
): void {
  for (const name of Object.keys(document.value.definitions ?? {})) {
    const pointer = `/definitions/${name}`;
    const subjectName = name.slice(0, name.indexOf("."));
    const subject = subjects.get(subjectName);
    const earlier = definitions.get(name)?.document.value.id;
    if (subject === undefined) {
      const { message, help } = unknownWord(
        "subject",
        subjectName,
        subjects.keys(),
        "use a subject of the vocabulary",
      );
      report(pointer, message, help, "key");
    } else if (facts.has(name)) {
      report(pointer, `\`${name}\` is a fact of the vocabulary`, "give the definition another name", "key");
    } else if (earlier !== undefined) {
      report(
        pointer,
        `\`${name}\` is defined by policy \`${earlier}\` already`,
        "give it another name",
        "key",
      );
    } else {
      definitions.set(name, { subject, document });
    }
  }
}
