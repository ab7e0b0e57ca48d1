import type { Document } from "../../model/document.ts";
import { ENGINE_PARAMETERS } from "../../model/engine-parameters.ts";
import type { OverlayDocument, OverlayRule } from "../../model/generated/overlay.ts";
import type { Report } from "../check/report.ts";
import { unknownWord } from "../check/unknown-word.ts";
import type { CheckedPolicies, CheckedPolicy } from "../checked-policies.ts";
import { parametersBehindConditions } from "../parameters-behind.ts";

/** Subjects whose rows belong to no municipality, or decide what becomes of findings: no overlay reaches them. */
export const NATIONAL_SUBJECTS: readonly string[] = ["waiver", "list"];

/** Checks what an overlay names against the policies it adds to. What it then says is checked in its policy's place. */
export function checkOverlay(
  { value }: Document<OverlayDocument>,
  base: CheckedPolicies,
  report: Report,
): void {
  const { parameters = {}, rules = [], sources = {} } = value;
  const policy = base.policies.find(({ document }) => document.value.id === value.policy);
  if (policy === undefined) {
    const ids = base.policies.map(({ document }) => document.value.id);
    const { message, help } = unknownWord("policy", value.policy, ids, "name a policy");
    report("/policy", message, help);
    return;
  }
  if (Object.keys(parameters).length + rules.length === 0)
    report("", "the overlay changes nothing", "write values under `parameters`, or rules under `rules`");
  for (const name of Object.keys(sources)) {
    if (name !== "proposal" && !Object.hasOwn(policy.document.value.sources, name)) continue;
    const message = `\`${name}\` is a source of the policy already`;
    report(`/sources/${name}`, message, "refer to that source, or give this one another name", "key");
  }
  for (const name of Object.keys(parameters)) checkName(name, policy, base, report);
  for (const [index, rule] of rules.entries()) checkRule(rule, `/rules/${index}`, value, report);
}

function checkName(name: string, policy: CheckedPolicy, base: CheckedPolicies, report: Report): void {
  const { id, owner } = policy.document.value;
  const pointer = `/parameters/${name}`;
  if (!policy.parameters.has(name)) {
    const { message, help } = unknownWord(
      "parameter",
      name,
      policy.parameters.keys(),
      `name one of policy \`${id}\``,
    );
    report(pointer, message, help, "key");
    return;
  }
  const remove = `remove it, or ask the group \`${owner}\` to change the policy`;
  const steps = (base.ladder ?? []).flatMap(({ means }) => means);
  const inLadder = parametersBehindConditions(steps, base.definitions).some(
    (parameter) => parameter.policy === id && parameter.name === name,
  );
  if (ENGINE_PARAMETERS[id]?.includes(name))
    report(pointer, `\`${name}\` says how findings are handled and is the same everywhere`, remove, "key");
  else if (inLadder)
    report(pointer, `\`${name}\` decides the tier, which is the same everywhere`, remove, "key");
}

function checkRule(
  rule: OverlayRule,
  pointer: string,
  { municipality }: OverlayDocument,
  report: Report,
): void {
  const prefix = `M${municipality.cbs_code}-`;
  if (!rule.id.startsWith(prefix)) {
    const message = `rules of this municipality have ids that begin with \`${prefix}\`, not \`${rule.id}\``;
    report(`${pointer}/id`, message, `write \`${prefix}01\`, or the next number`);
  }
  const clauses = rule.clauses ?? [];
  const subjects = [
    [`${pointer}/subject`, rule.subject],
    ...clauses.map(({ subject }, index) => [`${pointer}/clauses/${index}/subject`, subject] as const),
  ] as const;
  for (const [at, subject] of subjects) {
    if (subject === undefined || !NATIONAL_SUBJECTS.includes(subject)) continue;
    report(at, `a \`${subject}\` is looked at by national rules alone`, "look at something of a manifest");
  }
}
