import type { Document, FileProblem } from "../model/document.ts";
import type { PolicyDocument } from "../model/generated/policy.ts";
import type { VocabularyDocument } from "../model/generated/vocabulary.ts";
import { checkDefinitions } from "./check/check-definitions.ts";
import { checkLadder } from "./check/check-ladder.ts";
import { checkNames } from "./check/check-names.ts";
import { checkNeutrality } from "./check/check-neutrality.ts";
import { checkRule } from "./check/check-rule.ts";
import { checkUnusedParameters } from "./check/check-unused-parameters.ts";
import { openLibrary } from "./check/open-library.ts";
import type { PolicyScope } from "./check/policy-scope.ts";
import type { CheckedPolicies, CheckedPolicy, CheckedRule } from "./checked-policies.ts";
import { definitionsIn } from "./definitions-in.ts";

/**
 * Checks what a schema cannot: that every name, type, unit, date and table of the policies fits, and that
 * every rule can be reached and met. What is refused is a problem with its place and left out of `policies`.
 */
export function checkPolicies(
  documents: readonly Document<PolicyDocument>[],
  vocabularyDocument: VocabularyDocument,
): { readonly policies: CheckedPolicies; readonly problems: readonly FileProblem[] } {
  const problems: FileProblem[] = [];
  const { library, scopes } = openLibrary(documents, vocabularyDocument, problems);
  checkNames(scopes);
  const { definitions, broken } = checkDefinitions(scopes);
  const ladder = checkLadder(scopes, definitions);
  const policies = scopes.map((scope): CheckedPolicy => {
    const rules = scope.document.value.rules.flatMap((written, index) => {
      const rule = checkRule(written, `/rules/${index}`, scope);
      return rule === undefined ? [] : [rule];
    });
    const { vocabulary } = library;
    const neutral = rules.filter(
      (rule) =>
        !usesAny(rule, broken) &&
        checkNeutrality(rule, scope.document.value, vocabulary, definitions, scope.report) &&
        checkStatus(rule, scope),
    );
    return { document: scope.document, parameters: scope.parameters, rules: neutral };
  });
  for (const scope of scopes) checkUnusedParameters(scope);
  return {
    policies: { vocabulary: library.vocabulary, policies, definitions, ladder },
    problems: withoutRepeats(problems),
  };
}

function usesAny(rule: CheckedRule, names: ReadonlySet<string>): boolean {
  return rule.clauses.some((clause) =>
    definitionsIn([...clause.when, ...clause.unless.flat(), ...clause.require]).some((name) =>
      names.has(name),
    ),
  );
}

/** An active rule reads definitions of active policies only. */
function checkStatus(rule: CheckedRule, { document, library, report }: PolicyScope): boolean {
  if (document.value.status !== "active") return true;
  for (const clause of rule.clauses) {
    for (const name of definitionsIn([...clause.when, ...clause.unless.flat(), ...clause.require])) {
      const owner = library.definitions.get(name)?.document.value;
      if (owner === undefined || owner.status === "active") continue;
      const message = `\`${name}\` is defined by policy \`${owner.id}\`, which is \`${owner.status}\``;
      report(clause.pointer, message, "read a definition of an active policy");
      return false;
    }
  }
  return true;
}

/** A condition of a rule is checked once for each clause that takes it over; one report of it is enough. */
function withoutRepeats(problems: readonly FileProblem[]): readonly FileProblem[] {
  const byText = new Map(
    problems.map((problem) => [
      JSON.stringify([problem.location.file, problem.pointer, problem.message]),
      problem,
    ]),
  );
  return [...byText.values()];
}
