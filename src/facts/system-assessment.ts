import type { Cell } from "../model/row.ts";
import type { Truth } from "../model/value.ts";
import { setOf } from "./cells.ts";
import { collectMentions } from "./collect-mentions.ts";
import { functionsInUse } from "./functions-in-use.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, items } from "./place.ts";
import { textAt, wordsAt } from "./read.ts";

/** What the privacy impact assessment has to be compared with. */
export const SYSTEM_ASSESSMENT = { "system.dpia_gaps": dpiaGaps } as const;

type Words = ReadonlySet<string> | undefined;

/** What the manifest has today and the assessment's `covers` lists lack. */
function dpiaGaps(view: ManifestView): Cell {
  const dpia = follow(view.root, "assessments.dpia");
  const covers = child(dpia, "covers");
  const gap = (today: Words, covered: string) => isGap(today, wordsAt(child(covers, covered)));
  return setOf(
    {
      purpose: gap(purposes(view), "purposes"),
      function: gap(functions(view), "functions"),
      supplier: gap(suppliers(view), "suppliers"),
      recipient: gap(recipients(view), "recipients"),
      linkage_key: gap(wordsAt(follow(view.root, "data.linkage_keys")), "linkage_keys"),
    },
    dpia.at,
  );
}

function isGap(today: Words, covered: Words): Truth {
  if (today === undefined || covered === undefined) return undefined;
  return [...today].some((word) => !covered.has(word));
}

function purposes(view: ManifestView): Words {
  const common = wordsAt(follow(view.root, "data.purposes"));
  const own = (view.sites ?? []).flatMap(({ place }) => [...(wordsAt(child(place, "purposes")) ?? [])]);
  return common === undefined ? undefined : new Set([...common, ...own]);
}

function functions(view: ManifestView): Words {
  const members = Object.entries(functionsInUse(view));
  if (members.some(([, used]) => used === undefined)) return undefined;
  return new Set(members.flatMap(([name, used]) => (used === true ? [name] : [])));
}

/** Registry ids of every company named; a name without an id stands as it is written. */
function suppliers(view: ManifestView): Words {
  const identities = collectMentions(view).map(({ identity }) => identity);
  if (identities.some(({ kind }) => kind === "blank")) return undefined;
  return new Set(identities.flatMap((identity) => (identity.kind === "company" ? [identity.key] : [])));
}

function recipients(view: ManifestView): Words {
  const links = items(follow(view.root, "system.interfaces"))?.map((link) => textAt(child(link, "to")));
  const holders = items(follow(view.root, "data.access"))?.map((access) => textAt(child(access, "party")));
  const named = [...(links ?? [undefined]), ...(holders ?? [undefined])];
  return named.every((name) => name !== undefined)
    ? new Set(named.filter((name) => name !== "self"))
    : undefined;
}
