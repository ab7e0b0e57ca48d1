import { groupBy } from "../../facts/group-by.ts";
import { COMMA } from "../../model/language.ts";
import { type Html, html } from "../html.ts";
import { dataTable } from "../parts/data-table.ts";
import { sayingIn } from "../say.ts";
import { entriesOf, labelsIn } from "../systems/labels.ts";
import { partyName } from "../systems/party-name.ts";
import type { MunicipalityInput } from "./municipality-input.ts";
import { MUNICIPALITY_WORDS } from "./words.ts";

/** Companies that have a role in the systems of a municipality, with those roles. */
export function suppliersPart({ municipality, context, language }: MunicipalityInput): Html {
  const say = sayingIn(MUNICIPALITY_WORDS, language);
  const label = labelsIn(context, language);
  const parties = municipality.systems.flatMap((system) =>
    entriesOf(system.manifest.value.supply_chain?.parties).flatMap(
      ({ vendor, name_as_written: name, role }) => {
        const key = vendor ?? name;
        return key && key !== "none" && key !== "self" && role ? [{ key, vendor, name, role, system }] : [];
      },
    ),
  );
  const byCompany = [...groupBy(parties, ({ key }) => key).values()];
  if (byCompany.length === 0) return html`<p>${say("vendorsNone")}</p>`;
  return dataTable(
    say("vendors"),
    [{ title: say("vendor") }, { title: say("roles") }, { title: say("systems"), isNumber: true }],
    byCompany.flatMap((of) => {
      const [first] = of;
      if (first === undefined) return [];
      const roles = [...new Set(of.map(({ role }) => label("party.roles", role)))].sort();
      return [
        {
          cells: [
            partyName({ party: first.vendor, name: first.name }, first.system, context, language),
            roles.join(COMMA[language]),
            new Set(of.map(({ system }) => system.id)).size,
          ],
        },
      ];
    }),
    { isCaptionHidden: true },
  );
}
