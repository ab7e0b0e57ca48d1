import { yamlValue } from "../../forms/yaml-value.ts";

/** What is known of a company beforehand. */
export interface VendorAnswers {
  readonly id: string;
  readonly name: string;
  readonly country?: string | undefined;
}

/**
 * A registry file for one corporate family: the company, one source that nobody has checked, and as comments
 * the forms of what else a family's file holds.
 */
export function vendorTemplate({ id, name, country }: VendorAnswers, today: string): string {
  const entity = `vendor:${id}`;
  return `# One corporate family: facts only, each dated and sourced, never a verdict. What nobody has compared with its
# primary text stays \`verified: false\`. Where sources disagree, keep both facts and say so under \`note\`.
# Put this file under policies/trusted-vendors/registry/families/, then run \`bylaw validate\`.
apiVersion: bylaw/v1
kind: VendorRegistry
title: ${yamlValue(name)}
# The day these facts were last brought up to date.
as_of: ${today}
entities:
  - id: ${entity}
    # As in the company register; null where there is none.
    legal_name: ${yamlValue(name)}
    # Every other spelling: brand, common, acronym, variant, previous or product_line.
    names: []
    #  - { text: "the name in Hebrew", lang: he, kind: common }
    # Country of registration, quoted; null where unknown.
    jurisdiction: ${country === undefined ? "null" : JSON.stringify(country)}
    identifiers:
      lei: null         # Legal Entity Identifier
      il_company: null  # Israeli company number, quoted
      uscc: null        # Unified Social Credit Code, quoted
    state_owned: null   # true | false | null where unknown
    sources: [${id}-source]
# Who owns, controls, supplies or acts for whom: \`from\` acts on \`to\`. A year or month is quoted; null is not known.
edges: []
#  - from: vendor:parent
#    to: ${entity}
#    kind: owns          # owns | parent_of | controls | agent_of | reseller_of | manufactures_for | component_of | …
#    percent: { min: 50 }
#    from_date: "2020"
#    to_date: null
#    confidence: medium  # high | medium | low
#    sources: [${id}-source]
# Entries of published lists, by the id of the list.
listings: []
#  - { list: us-fcc-covered, entity: "${entity}", from: 2026-01-01, to: null, source: ${id}-source }
sources:
  ${id}-source:
    # Author, title, date.
    title: to be filled in
    kind: company     # government_list | law | court | press | company | filing | database | article | standard
    # url: https://…
    # retrieved: ${today}
    verified: false   # true once someone has compared the facts with it
`;
}
