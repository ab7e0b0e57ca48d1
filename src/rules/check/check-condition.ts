import type { PolicyCondition } from "../../model/generated/policy.ts";
import type { Condition } from "../form.ts";
import { OPERATORS, type Operator, operatorsOf } from "../operators.ts";
import type { Subject } from "../vocabulary.ts";
import { checkList } from "./check-list.ts";
import { checkOperand } from "./check-operand.ts";
import { nearest } from "./nearest.ts";
import type { PolicyScope } from "./policy-scope.ts";
import { readableFact } from "./readable-fact.ts";

/** Where a list of conditions stands: `require` may ask whether something is written, a definition may use `some`. */
export interface Place {
  readonly subject: Subject;
  readonly list: "require" | "when" | "unless" | "definition";
  readonly inAny?: boolean;
  readonly inSome?: boolean;
}

/** Checks a list of conditions; `undefined` where one of them is refused. */
export function checkConditions(
  written: readonly PolicyCondition[],
  pointer: string,
  scope: PolicyScope,
  place: Place,
  mode: "all" | "any" = "all",
): readonly Condition[] | undefined {
  const checked = written.map((condition, index) =>
    checkCondition(condition, `${pointer}/${index}`, scope, place),
  );
  const conditions = checked.filter((condition) => condition !== undefined);
  if (conditions.length < written.length) return undefined;
  return checkList(conditions, mode, scope.report) ? conditions : undefined;
}

function checkCondition(
  written: PolicyCondition,
  pointer: string,
  scope: PolicyScope,
  place: Place,
): Condition | undefined {
  const { report } = scope;
  const forms = (["fact", "any", "some"] as const).filter((key) => written[key] !== undefined);
  const operators = OPERATORS.filter((operator) => written[operator] !== undefined);
  if (forms.length !== 1 || (forms[0] !== "fact" && operators.length > 0)) {
    report(
      pointer,
      "a condition is a `fact` with an operator, or `any`, or `some`",
      "write exactly one of them",
    );
    return undefined;
  }
  if (written.any !== undefined) return checkAny(written.any, pointer, scope, place);
  if (written.some !== undefined) return checkSome(written.some, pointer, scope, place);
  const [operator, second] = operators;
  if (operator === undefined || second !== undefined) {
    const found = operator === undefined ? "none" : operators.map((name) => `\`${name}\``).join(" and ");
    report(pointer, `a fact is compared by one operator; found ${found}`, "write exactly one operator");
    return undefined;
  }
  return checkComparison(written, operator, pointer, scope, place);
}

function checkAny(
  members: readonly PolicyCondition[],
  pointer: string,
  scope: PolicyScope,
  place: Place,
): Condition | undefined {
  if (place.inAny === true) {
    const help = "name the inner alternatives as a definition";
    scope.report(`${pointer}/any`, "`any` stands inside another `any`", help, "key");
    return undefined;
  }
  const checked = checkConditions(members, `${pointer}/any`, scope, { ...place, inAny: true }, "any");
  return checked === undefined ? undefined : { kind: "any", members: checked, pointer };
}

function checkSome(
  some: NonNullable<PolicyCondition["some"]>,
  pointer: string,
  scope: PolicyScope,
  place: Place,
): Condition | undefined {
  const nested = scope.library.vocabulary.subjects.get(some.subject);
  if (
    place.list !== "definition" ||
    place.subject.name !== "party" ||
    place.inSome === true ||
    nested === undefined
  ) {
    const help = "define it once under `definitions` as `party.<name>`, and compare with that";
    scope.report(pointer, "`some` stands only in definitions of `party`, not inside another `some`", help);
    return undefined;
  }
  const inner: Place = { ...place, subject: nested, inSome: true };
  const where = checkConditions(some.where, `${pointer}/some/where`, scope, inner);
  return where === undefined ? undefined : { kind: "some", subject: some.subject, where, pointer };
}

function checkComparison(
  written: PolicyCondition,
  operator: Operator,
  pointer: string,
  scope: PolicyScope,
  place: Place,
): Condition | undefined {
  const { report } = scope;
  const found = readableFact(written.fact ?? "", `${pointer}/fact`, scope, place.subject.scope);
  if (found === undefined) return undefined;
  if (found.kind === "definition") return checkDefinitionTest(written, found.name, operator, pointer, scope);
  const { fact } = found;
  const allowed = operatorsOf(fact.type);
  if (!allowed.includes(operator)) {
    const near = nearest(operator, allowed);
    const list = (near === undefined ? allowed : [near, ...allowed.filter((name) => name !== near)]).join(
      "`, `",
    );
    report(
      `${pointer}/${operator}`,
      `\`${fact.name}\` has type \`${fact.type}\` and no operator \`${operator}\``,
      `use one of \`${list}\``,
      "key",
    );
    return undefined;
  }
  if (operator === "present" || operator === "stated") {
    if (place.list === "require") return { kind: "comparison", fact, operator, operand: undefined, pointer };
    const message = `\`${operator}\` stands in \`require\` only, so that a blank never switches a rule off`;
    report(`${pointer}/${operator}`, message, "compare the value instead", "key");
    return undefined;
  }
  const operand = checkOperand(
    written[operator],
    fact,
    operator,
    `${pointer}/${operator}`,
    scope,
    place.subject.scope,
  );
  return operand === undefined ? undefined : { kind: "comparison", fact, operator, operand, pointer };
}

function checkDefinitionTest(
  written: PolicyCondition,
  name: string,
  operator: Operator,
  pointer: string,
  { report }: PolicyScope,
): Condition | undefined {
  const operand = written[operator];
  if ((operator === "is" || operator === "is_not") && typeof operand === "boolean") {
    return { kind: "definition", name, expected: operand === (operator === "is"), pointer };
  }
  report(
    `${pointer}/${operator}`,
    `\`${name}\` is a definition: it is true or false`,
    "write `is: true` or `is: false`",
  );
  return undefined;
}
