import type { Row } from "../model/row.ts";
import { publisherMention } from "./collect-mentions.ts";
import type { FactBase } from "./fact-base.ts";
import { listRows } from "./list-rows.ts";
import { systemScope } from "./listing-scope.ts";
import { missingMention } from "./mention.ts";
import { once } from "./once.ts";
import { partyRow } from "./party-row.ts";
import { child } from "./place.ts";
import { textAt } from "./read.ts";

/** The apps of a system, each with its publisher as party; one blank app where the list is blank. */
export function appRows(base: FactBase): readonly Row[] {
  const { view, system } = base;
  return listRows(base, {
    subject: "app",
    path: "supply_chain.mobile_apps",
    nameOf: (app) => textAt(child(app, "name")),
    scopes: (app) => ({
      party: once(() => {
        const lead =
          app.value === undefined ? missingMention("app_publisher", app.at) : publisherMention(view, app);
        return partyRow(view, base.groupOf(lead), { system, lead, listing: systemScope(view, [lead.role]) });
      }),
    }),
  });
}
