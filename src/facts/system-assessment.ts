import type { Cell } from "../model/row.ts";
import type { Truth } from "../model/value.ts";
import { decided, setOf } from "./cells.ts";
import { collectMentions } from "./collect-mentions.ts";
import { functionsInUse } from "./functions-in-use.ts";
import type { ManifestView } from "./manifest-view.ts";
import type { Mention } from "./mention.ts";
import { child, follow, items } from "./place.ts";
import { dateAt, isNone, textAt, wordsAt } from "./read.ts";
import { anyOf } from "./truth.ts";

/** What the privacy impact assessment has to be compared with. */
export const SYSTEM_ASSESSMENT = {
  "system.dpia_gaps": dpiaGaps,
  "system.dpia_misses_supplier": missesSupplier,
} as const;

type Words = ReadonlySet<string> | undefined;

/** What the manifest has today and the assessment's `covers` lists lack. */
function dpiaGaps(view: ManifestView): Cell {
  const dpia = follow(view.root, "assessments.dpia");
  const covers = child(dpia, "covers");
  const gap = (today: Words, covered: string) => isGap(today, wordsAt(child(covers, covered)));
  const changed = (kind: string) => isChangedSince(view, kind);
  return setOf(
    {
      purpose: anyOf([gap(purposes(view), "purposes"), changed("purpose")]),
      function: anyOf([gap(functions(view), "functions"), changed("function")]),
      recipient: gap(recipients(view), "recipients"),
      linkage_key: gap(wordsAt(follow(view.root, "data.linkage_keys")), "linkage_keys"),
    },
    dpia.at,
  );
}

/** Apart from the other gaps: suppliers are still open while a system is being defined. */
function missesSupplier(view: ManifestView): Cell {
  const dpia = follow(view.root, "assessments.dpia");
  const [today, covered] = [suppliers(view), wordsAt(follow(dpia, "covers.suppliers"))];
  if (today === undefined || covered === undefined) return decided(undefined, dpia.at);
  const isCovered = ({ identity, refs }: Mention) => [identity.key, ...refs].some((ref) => covered.has(ref));
  return decided(anyOf([!today.every(isCovered), isChangedSince(view, "supplier")]), dpia.at);
}

/**
 * Whether something of a kind changed and the assessment was not done anew for it: neither on that day or later, nor
 * ahead of it after the system had been deployed. A change without a day or a kind may be of any.
 */
function isChangedSince(view: ManifestView, kind: string): Truth {
  const dpia = follow(view.root, "assessments.dpia");
  const done = dateAt(child(dpia, "done_on"));
  const [first, deployed] = [
    dateAt(child(dpia, "first_done_on")),
    dateAt(follow(view.root, "metadata.milestones.deployed_on")),
  ];
  const changes = items(follow(view.root, "metadata.changes"));
  // Nothing has changed since a system was deployed that was not.
  if (changes === undefined) return deployed === undefined || deployed === "none" ? false : undefined;
  return anyOf(
    changes.map((change) => {
      const [stated, on] = [textAt(child(change, "kind")), dateAt(child(change, "on"))];
      if (stated !== undefined && stated !== kind) return false;
      if (on === undefined || done === undefined) return undefined;
      if (on > view.asOf || (done !== "none" && done >= on)) return false;
      if (stated === undefined || first === undefined || deployed === undefined) return undefined;
      return done === "none" || done <= first || done < deployed;
    }),
  );
}

function isGap(today: Words, covered: Words): Truth {
  if (today === undefined || covered === undefined) return undefined;
  return [...today].some((word) => !covered.has(word));
}

function purposes(view: ManifestView): Words {
  const sites = view.sites?.map(({ place }) => wordsAt(child(place, "purposes")));
  const lists = [wordsAt(follow(view.root, "data.purposes")), ...(sites ?? [undefined])];
  const named = lists.filter((list) => list !== undefined);
  return named.length < lists.length ? undefined : new Set(named.flatMap((list) => [...list]));
}

function functions(view: ManifestView): Words {
  const members = Object.entries(functionsInUse(view));
  if (members.some(([, used]) => used === undefined)) return undefined;
  return new Set(members.flatMap(([name, used]) => (used === true ? [name] : [])));
}

/**
 * Every company the manifest names, by its registry id and as it is written there: one that the registry does not
 * know is covered by its name. Whom the registry finds behind a product is another question, which an assessment of
 * privacy does not turn on.
 */
function suppliers(view: ManifestView): readonly Mention[] | undefined {
  const mentions = collectMentions(view);
  if (mentions.some(({ identity }) => identity.kind === "blank")) return undefined;
  return mentions.filter(({ identity, role }) => identity.kind === "company" && role !== "product_origin");
}

function recipients(view: ManifestView): Words {
  const links = items(follow(view.root, "system.interfaces"))?.map((link) => textAt(child(link, "to")));
  const holders = items(follow(view.root, "data.access"))?.map((access) => textAt(child(access, "party")));
  const uses = items(follow(view.root, "data.secondary_uses"))?.map((use) => {
    const recipient = child(use, "recipient");
    return isNone(recipient) ? "self" : textAt(recipient);
  });
  const named = [links, holders, uses].flatMap((list) => list ?? [undefined]);
  return named.every((name) => name !== undefined)
    ? new Set(named.filter((name) => name !== "self"))
    : undefined;
}
