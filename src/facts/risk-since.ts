import type { Texts } from "../model/language.ts";
import type { Cell } from "../model/row.ts";
import type { Turn } from "../model/turn.ts";
import { NONE } from "../model/value.ts";
import { listingWords } from "../registry/listing-words.ts";
import { turning } from "./cells.ts";
import { FILE_STEPS } from "./file-steps.ts";
import type { ManifestView } from "./manifest-view.ts";
import type { Mention } from "./mention.ts";
import { partyCells, stepsOf } from "./party-cells.ts";
import { REGISTER_STEPS, WITHOUT_START } from "./register-steps.ts";

/** A day before every other, for what is recorded without a start. */
const ALWAYS = WITHOUT_START;

interface Evidence {
  readonly since: string;
  readonly words: Texts;
  /** The record it is read from. */
  readonly record: Pick<Turn, "reason" | "what">;
}

/**
 * The day from which what the registry says about the company behind a device counts: the first day of a
 * listing, legal profile or assessment in force, of the company or through a holder, and never before the
 * plan was adopted. `none` where nothing is recorded or the plan is only a proposal.
 */
export function riskSince(view: ManifestView, origin: Mention): Cell {
  const { identity } = origin;
  const cell = partyCells(origin, stepsOf(origin));
  if (identity.kind !== "company") return cell(identity.kind === "blank" ? undefined : NONE);
  if (identity.entity === undefined) return cell(undefined);
  const [first] = evidenceOf(view, identity.entity).sort((left, right) =>
    left.since < right.since ? -1 : 1,
  );
  if (first === undefined) return cell(NONE);
  const cellOf: typeof cell = (value, words) =>
    turning(cell(value, words), [{ ...first.record, on: first.since, begins: true }]);
  const { plan } = view.surroundings;
  const adopted = plan?.value.adopted_on ?? undefined;
  if (plan === undefined || adopted === undefined) return cellOf(undefined, [first.words]);
  const elsewhere = [{ file: plan.file, at: "/adopted_on" }];
  if (adopted === "none") return { ...cellOf(NONE, [FILE_STEPS.planNotAdopted()]), elsewhere };
  if (first.since > adopted) return cellOf(first.since, [first.words]);
  return { ...cellOf(adopted, [first.words, FILE_STEPS.planAdopted(adopted)]), elsewhere };
}

/** Dated records about a company and those above it, each no older than the holding it reaches the company through. */
function evidenceOf(view: ManifestView, company: string): Evidence[] {
  const { registry, asOf } = view;
  return registry.holders(company, asOf).flatMap(({ entity, control, since = ALWAYS }) => {
    if (control.max === 0) return [];
    const { name = entity, jurisdiction } = registry.entity(entity) ?? {};
    const dated = (record: Evidence["record"], from: string | undefined, words: Texts): Evidence => ({
      since: from === undefined || from < since ? since : from,
      words,
      record,
    });
    const trust = registry.trust(entity, asOf);
    return [
      ...registry.listings(entity, asOf).map(({ list, from }) => {
        const record = { reason: "listing", what: listingWords(name, list) } as const;
        return dated(record, from, REGISTER_STEPS.listed(name, list, from));
      }),
      ...(registry.legalFlags(jurisdiction, asOf) ?? []).map(({ from, law, article }) => {
        const record = { reason: "profile", what: `${law} ${article}` } as const;
        return dated(record, from, REGISTER_STEPS.homeLaw(name, law, article));
      }),
      ...(trust === undefined
        ? []
        : [dated({ reason: "assessment", what: name }, trust.on, REGISTER_STEPS.assessed(name, trust.on))]),
    ];
  });
}
