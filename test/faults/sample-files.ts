/** The policy of the base at two strictnesses: a limit on users, and audits without which privacy must approve. */
export function samplePolicy(most: number): string {
  return `apiVersion: bylaw/v1
kind: Policy
id: control-room
version: 1.0.0
status: active
jurisdiction: IL
owner: privacy
pack: null
title: { en: Control rooms }
summary: { en: How many people watch and how they are watched }
changes:
  - { version: 1.0.0, date: 2026-07-01, summary: { en: First version } }
sources:
  choice: { title: A choice of this policy, kind: proposal, verified: false }
parameters:
  most_users:
    type: integer
    title: { en: Most users }
    values:
      - { from: 2026-07-01, value: ${most}, basis: { source: proposal } }
rules:
  - id: CTL-01
    title: { en: Few people watch }
    why: { en: whoever can watch can misuse what is seen }
    help: { en: lower the number of users }
    severity: high
    effect: block
    stages: [definition, operation]
    effective: 2026-07-01
    subject: system
    require: [{ fact: system.authorised_users, at_most: { parameter: most_users } }]
    basis: [{ source: proposal }]
  - id: CTL-02
    title: { en: Searches are audited }
    why: { en: a search nobody looks at can be anything }
    help: { en: audit more searches or ask the privacy group }
    severity: medium
    effect: approve
    stages: [definition, operation]
    effective: 2026-07-01
    subject: system
    require: [{ fact: system.search_audit_monthly, at_least: 20 }]
    basis: [{ source: proposal }]
`;
}

/** A manifest; more than 50 users break CTL-01, more than 10 where the policy is strict, few audits break CTL-02. */
export function sampleManifest(
  id: string,
  { users = 5, audits = 30 }: { users?: number; audits?: number } = {},
): string {
  return `apiVersion: bylaw/v1
kind: Manifest
metadata:
  id: ${id}
  title: { en: Cameras }
  municipality: { cbs_code: "9901", name: Northport (fictional), type: city }
  revision: 1
  status: operation
data:
  authorised_users: ${users}
  search_audit: { reason_required: true, percent: 5, per_month: ${audits} }
`;
}

/** What every branch starts from. For privacy a team of the owner approves, so that the app has to ask GitHub. */
export function sampleBase(owner: string): Readonly<Record<string, string>> {
  return {
    "README.md": "Systems\n",
    ".github/bylaw.yml": `manifests: ["manifests/**/*.yaml"]
reviewers:
  privacy: ["@${owner}/privacy"]
mode: enforce
language: en
`,
    [SAMPLE_POLICY]: samplePolicy(50),
  };
}

/** Where the policy of the base stands. */
export const SAMPLE_POLICY = "policies/control-room/policy.yaml";
