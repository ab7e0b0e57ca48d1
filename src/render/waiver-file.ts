import type { Finding } from "../model/generated/report.ts";

/**
 * The text of a waiver file for one finding, with everything a person has to decide left blank: until it is
 * filled in and approved by someone outside the municipality, it does not count.
 */
export function waiverFile(finding: Finding, asOf: string): string {
  const manifest = finding.manifest ?? "";
  return `apiVersion: bylaw/v1
kind: Waiver
id: W-${asOf.slice(0, 4)}-${finding.fingerprint.slice(0, 6)}
rule: ${finding.rule}
manifest: ${manifest}
finding: "${finding.fingerprint}"
reason: { en: "" }                                    # why it cannot comply yet
compensating: []                                      # what lowers the risk meanwhile
approved_by: { role: null, group: null }              # a reviewer outside the municipality
approved_on: null
from: ${asOf}
expires: null                                         # required; at most 180 days after \`from\`
renews: none
`;
}
