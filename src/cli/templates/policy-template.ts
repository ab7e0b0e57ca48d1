/** What a new policy is called, and by whom it is owned. */
export interface PolicyAnswers {
  readonly id: string;
  /** The letters its rules begin with, such as `RET`. */
  readonly prefix: string;
  readonly owner: string;
}

/** The `policy.yaml` of a new policy: a draft with one rule that works, to be replaced part by part. */
export function policyTemplate({ id, prefix, owner }: PolicyAnswers, today: string): string {
  return `# yaml-language-server: $schema=../../schemas/policy.schema.json
# A draft judges nothing. Write the rules, then the examples in README.md, and run \`bylaw validate\` and
# \`bylaw test ${id}\`; set \`status: active\` last. \`docs/rules.md\` shows the whole form.
apiVersion: bylaw/v1
kind: Policy
id: ${id}
version: 0.1.0
status: draft
jurisdiction: IL
owner: ${owner}                  # a group under \`reviewers\` in .github/bylaw.yml
pack: null                       # a pack of the plan that switches the policy, such as clean-network
title:
  en: "${titleOf(id)}"
  # he: and ar: where you can; \`reviewed_by\` names the role that checked them
summary:
  en: "What this policy is about, in one or two sentences."
changes:
  - version: 0.1.0
    date: ${today}
    summary: { en: "First draft" }
# Laws, standards and documents the rules rest on. \`verified: true\` only once someone has read the primary text.
sources: {}
#  act-key:
#    title: "Name of the act, year"
#    kind: law                   # law, regulation, guideline, standard, foreign, court, audit, article, other
#    verified: false
# Every number is a parameter: dated, with its basis. \`proposal\` is this policy's own choice.
parameters:
  longest:
    type: duration
    title: { en: "Longest time other data may be kept" }
    values:
      - { from: ${today}, value: P30D, basis: { source: proposal } }
rules:
  - id: ${prefix}-01
    title: { en: "Other data is deleted in time" }
    why: { en: "what is kept without need can leak" }
    help: { en: "shorten \`period\` to the limit and set \`auto_delete\` to true" }
    severity: medium             # critical, high, medium, low
    effect: warn                 # block, approve, warn, note; or a table by tier: { T1: note, T2: warn, T3: approve, T4: block }
    stages: [operation]          # definition, procurement, deployment, operation, decommissioning
    effective: ${today}
    subject: retention           # what is looked at, row by row; the subjects stand in schemas/vocabulary.yaml
    when:
      - { fact: retention.data, is: other }
    require:
      - { fact: retention.period, at_most: { parameter: longest } }
      - { fact: retention.auto_delete, is: true }
    basis:
      - { source: proposal }
`;
}

/** The page beside it: why, and for each rule examples at its limit and one step beyond, which run as tests. */
export function policyPageTemplate({ id, prefix }: PolicyAnswers, today: string): string {
  const line = (rest: string) => `data:\n  retention:\n    - { data: ${rest} }`;
  const example = (head: string, rest: string) => `\`\`\`yaml ${head} as-of=${today}\n${line(rest)}\n\`\`\``;
  return `# ${titleOf(id)}

## Why

Say what goes wrong without this policy, for whom, and what is known about it.

## Rules

### ${prefix}-01 Other data is deleted in time

Say in plain words what the rule asks for, and where it does not apply.

#### Fails

One day over the limit.

${example(`fails=${prefix}-01 effect=warn`, "other, period: P31D, auto_delete: true")}

Within the limit, and deleted by hand.

${example(`fails=${prefix}-01 effect=warn`, "other, period: P30D, auto_delete: false")}

#### Passes

At the limit.

${example(`passes=${prefix}-01`, "other, period: P30D, auto_delete: true")}

Another kind of data, which this rule is not about.

${example(`passes=${prefix}-01`, "access_log, period: P24M, auto_delete: true")}

#### How to comply

Say what a municipal officer does on Monday morning: which setting, which clause in the contract, whom to ask.
`;
}

function titleOf(id: string): string {
  const words = id.replaceAll("-", " ");
  return words.charAt(0).toUpperCase() + words.slice(1);
}
