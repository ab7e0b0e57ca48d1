import { wrongPoints } from "../change/coverage/boundary-tests.ts";
import { type ConditionSeen, isCovered } from "../change/coverage/coverage-of-rule.ts";
import type { PolicyTest, RuleTest } from "../change/mutants/test-policies.ts";
import type { TriedMeaning } from "../change/mutants/try-meanings.ts";
import { fenceOf } from "../change/witness/fence-of.ts";
import type { Witness } from "../model/comparison.ts";
import { vocabulary } from "../model/generated/vocabulary-value.ts";
import { type Diagnostic, diagnosticText, terminal } from "../render/diagnostic.ts";
import { witnessYaml } from "../rules/compare/witness-yaml.ts";

/** What a policy's page is missing: examples that do not hold, survivors with what would kill them, conditions not covered. */
export function missingParts(test: PolicyTest, { color }: { readonly color: boolean }): readonly string[] {
  const { document, rules, meanings } = test;
  const on = terminal({ text: () => document.text, color, language: "en" });
  const page = document.file.replace(/[^/]*$/, "README.md");
  const tell = (name: string, message: string, pointer: string, colour: Diagnostic["colour"] = "red") =>
    diagnosticText({ name, colour, message, location: document.locate(pointer), notes: [] }, on);
  return [
    ...wrongExamples(test).map(({ line, message }) => `error[example]: ${message}\n --> ${page}:${line}`),
    ...rules.flatMap((rule) => [
      ...survivorParts(rule, page, tell),
      ...coverageParts(rule, tell),
      ...boundaryParts(rule, tell),
    ]),
    ...meanings.flatMap((tried) => meaningPart(tried, page, tell)),
  ];
}

type Tell = (name: string, message: string, pointer: string, colour?: Diagnostic["colour"]) => string;

function wrongExamples({ strays, rules, tiers }: PolicyTest): readonly { line: number; message: string }[] {
  const about = rules.flatMap(({ rule, examples }) =>
    examples.flatMap(({ example: { line, expected }, wrong }) =>
      wrong === undefined ? [] : [{ line, message: `an example that says ${expected}=${rule.id}: ${wrong}` }],
    ),
  );
  return [
    ...strays.map(({ line, rule }) => ({ line, message: `there is no rule \`${rule}\` in this policy` })),
    ...about,
    ...tiers.flatMap(({ example: { line, tier }, wrong }) =>
      wrong === undefined
        ? []
        : [{ line, message: `an example that says tier=${tier ?? "unknown"}: ${wrong}` }],
    ),
  ];
}

function survivorParts({ rule, mutants, witnesses }: RuleTest, page: string, tell: Tell): readonly string[] {
  return mutants.flatMap(({ mutant, fate }) => {
    if (fate.kind !== "survived") return [];
    const example = witnesses.get(mutant);
    return [
      tell(`survived[${rule.id}]`, mutant.change, mutant.pointer),
      example === undefined
        ? caseText(fate.cases)
        : `this example in ${page} would notice it:\n${fenceOf(example)}`,
    ].join("\n");
  });
}

function meaningPart({ mutant, fate }: TriedMeaning, page: string, tell: Tell): readonly string[] {
  if (fate.kind !== "survived") return [];
  const { kind, name } = mutant.of;
  const missing =
    kind === "step"
      ? `no example of a tier in ${page} notices it; add one that says \`yaml tier=${name}\``
      : `no example of a rule that reads \`${name}\` notices it`;
  return [`${tell(`survived[${name}]`, mutant.change, mutant.pointer)}\n${missing}`];
}

/** What is known of an example that could not be found by trying. */
function caseText([one]: readonly Witness[]): string {
  if (one === undefined) return "no example that would notice it was found, and no case in which it matters";
  const { date, assignment, before, after } = one;
  return [
    `no example that would notice it was found by trying; it takes a case like this on ${date}, written at a line of \`${assignment.subject}\` (what is derived stands in comments):`,
    witnessYaml(assignment, vocabulary).trimEnd(),
    `there the rule says ${saidText(before)}, and changed it says ${saidText(after)}`,
  ].join("\n");
}

function saidText({ outcome, effect, upcoming }: Witness["before"]): string {
  return [outcome, ...(effect === null ? [] : [effect]), ...(upcoming ? ["announced"] : [])].join(", ");
}

function coverageParts({ rule, conditions }: RuleTest, tell: Tell): readonly string[] {
  return conditions
    .filter((condition) => !isCovered(condition))
    .map((condition) => {
      const message = `the rule's own examples never show this condition of \`${condition.list}\` ${neverSeen(condition)}`;
      return tell(`coverage[${rule.id}]`, message, condition.pointer, "yellow");
    });
}

function neverSeen({ seen }: ConditionSeen): string {
  if (seen.true) return "not to hold";
  return seen.false ? "to hold" : "to be decided";
}

function boundaryParts({ rule, boundaries }: RuleTest, tell: Tell): readonly string[] {
  return wrongPoints(boundaries).map(({ test: { asOf, limit }, point, outcome }) => {
    const message = `${point.side} the limit of \`${limit.fact.name}\` on ${asOf} the rule says ${outcome}; the limit means ${point.expected}`;
    // The place of a definition's condition is in the definition's policy.
    return tell(`boundary[${rule.id}]`, message, limit.through.length > 0 ? rule.pointer : limit.pointer);
  });
}
