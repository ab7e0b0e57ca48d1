import type { RuleComparison, UndecidedReason } from "../../model/comparison.ts";
import type { FileProblem } from "../../model/document.ts";
import type { VocabularyDocument } from "../../model/generated/vocabulary.ts";
import type { CheckedParameter } from "../checked-policies.ts";
import type { PolicySet } from "../compare/rule-version.ts";
import { witnessYaml } from "../compare/witness-yaml.ts";
import { valueAt } from "../value-at.ts";
import { parameterValueWords } from "../words/condition-words.ts";
import { witnessWords } from "./witness-words.ts";

const REASONS: Readonly<Record<UndecidedReason, string>> = {
  budget: "there are more cases than are looked at",
  months: "it depends on how many days the months have",
  facts: "it compares facts in a way that has no finite list of cases",
  program: "the program keeps it",
  rows: "it looks at rows that cannot be set side by side",
};

interface LooserContext {
  /** The day on which the rule is looser, or undecided. */
  readonly on: string;
  /** The parameters with an overlay's values on that day. */
  readonly parameters: readonly CheckedParameter[];
  readonly base: PolicySet;
  readonly vocabulary: VocabularyDocument;
}

/** Says how a rule is looser in a municipality, or why that is undecided, and which values would not be. */
export function looserWords(
  { rule, kind, looser, reasons }: RuleComparison,
  { on, parameters, base, vocabulary }: LooserContext,
): Pick<FileProblem, "message" | "help" | "witness"> {
  const names = parameters.map(({ name }) => `\`${name}\``).join(" and ");
  const limits = parameters.map((of) => `\`${of.name}\`: ${policyValue(of, base, on)}`).join("; ");
  const help = `write values nowhere looser than the policy's on ${on} (${limits}), or remove them`;
  if (looser === undefined) {
    const because = reasons.map((reason) => REASONS[reason]).join(", and ");
    const message = `whether \`${rule}\` is nowhere looser with this value of ${names} is undecided: ${because}`;
    return { message, help };
  }
  const also = kind === "mixed" ? ", though tighter elsewhere" : "";
  const said = witnessWords(looser, base.policies.vocabulary);
  return {
    message: `\`${rule}\` is looser with this value of ${names}${also}: ${said}`,
    help,
    witness: witnessYaml(looser.assignment, vocabulary),
  };
}

function policyValue({ name, policy }: CheckedParameter, { policies }: PolicySet, on: string): string {
  const stands = policies.policies.find(({ document }) => document.value.id === policy);
  const parameter = stands?.parameters.get(name);
  const dated = parameter && valueAt(parameter, on);
  if (parameter === undefined || dated === undefined) return "none yet";
  return parameterValueWords(dated.value, parameter, parameter.of, "en");
}
