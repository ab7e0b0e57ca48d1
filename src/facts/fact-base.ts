import type { Row } from "../model/row.ts";
import { collectMentions } from "./collect-mentions.ts";
import { systemScope } from "./listing-scope.ts";
import { type FactsContext, type ManifestView, viewOf } from "./manifest-view.ts";
import type { Mention } from "./mention.ts";
import { once } from "./once.ts";
import { groupMentions, type PartyGroup } from "./party-groups.ts";
import { partyRow } from "./party-row.ts";
import type { Place } from "./place.ts";
import { type SiteRow, siteRows } from "./site-rows.ts";
import { systemRow } from "./system-row.ts";

/** What the rows of one manifest share; each part is computed at its first use. */
export interface FactBase {
  readonly view: ManifestView;
  readonly system: () => Row;
  readonly sites: () => readonly SiteRow[];
  readonly groups: () => ReadonlyMap<string, PartyGroup>;
  /** Parties of the whole system, each once. */
  readonly parties: () => readonly Row[];
  /** The party a mention speaks of, with all its mentions; the mention alone where it is in no group. */
  groupOf(mention: Mention): PartyGroup;
}

/** Prepares the facts of one manifest. */
export function factBase(root: Place, context: FactsContext): FactBase {
  const view = viewOf(root, context);
  const system = once(() => systemRow(view));
  const groups = once(() => groupMentions(collectMentions(view)));
  return {
    view,
    system,
    sites: once(() => siteRows(view, system)),
    groups,
    parties: once(() =>
      [...groups().values()].map((group) => {
        const roles = group.mentions.map(({ role }) => role);
        return partyRow(view, group, { system, listing: systemScope(view, roles) });
      }),
    ),
    groupOf: (mention) =>
      groups().get(mention.identity.key) ?? { key: mention.identity.key, mentions: [mention] },
  };
}
