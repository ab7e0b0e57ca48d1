import type { Edge, IncludesAffiliates } from "../model/generated/registry.ts";
import type { Registry } from "../model/registry.ts";
import type { Turn } from "../model/turn.ts";
import { upward } from "./holders.ts";
import type { LinksAbove } from "./links.ts";
import { listingWords } from "./listing-words.ts";
import { endOf, firstDay } from "./period.ts";
import { edgeWords } from "./step-words.ts";
import { groupBy, type Tables } from "./tables.ts";

interface TurnContext {
  readonly above: LinksAbove;
  readonly canonical: (id: string) => string;
  readonly nameOf: (id: string) => string;
}

type Bound = string | null | undefined;

/** Answers on which days what is recorded of entities and countries changes, each worked out once. */
export function indexTurns(
  tables: Tables,
  { above, canonical, nameOf }: TurnContext,
): Pick<Registry, "turns" | "profileTurns"> {
  const listings = groupBy(tables.listings, ({ entity }) => (entity === undefined ? "" : canonical(entity)));
  const assessments = groupBy(tables.assessments, ({ entity }) => canonical(entity));
  const remembered = new Map<string, readonly Turn[]>();

  function profileTurns(jurisdiction: string | undefined): readonly Turn[] {
    const { flags } = tables.jurisdictions.get(jurisdiction ?? "") ?? {};
    return (flags ?? []).flatMap(({ from, to, law, article }) =>
      periodTurns("profile", `${law} ${article}`, from, to),
    );
  }
  function listed(entity: string): readonly Turn[] {
    return (listings.get(entity) ?? []).flatMap(({ list, from, to, includes_affiliates }) => {
      const what = listingWords(nameOf(entity), list);
      const reach = includes_affiliates ?? tables.lists.get(list)?.includes_affiliates;
      return [...periodTurns("listing", what, from, to), ...reachTurns(what, reach)];
    });
  }
  function assessed(entity: string): readonly Turn[] {
    return (assessments.get(entity) ?? []).flatMap(({ assessed_on, criteria }) =>
      [assessed_on, ...Object.values(criteria).flatMap((criterion) => criterion?.date ?? [])].map((on) => ({
        on,
        reason: "assessment" as const,
        begins: true,
        what: nameOf(entity),
      })),
    );
  }
  function find(company: string): readonly Turn[] {
    return [...upward(company, undefined, above)].flatMap(([entity, links]) => [
      ...links.flatMap(({ edge }) => edgeTurns(edge, nameOf)),
      ...listed(entity),
      ...assessed(entity),
      ...profileTurns(tables.entities.get(entity)?.jurisdiction ?? undefined),
    ]);
  }
  return {
    profileTurns,
    turns(entity) {
      const company = canonical(entity);
      const known = remembered.get(company) ?? find(company);
      remembered.set(company, known);
      return known;
    },
  };
}

/** The days on which an edge begins or ends, or may have where only a month or year is recorded. */
export function edgeTurns(edge: Edge, nameOf: (id: string) => string): readonly Turn[] {
  return periodTurns("control", edgeWords(edge, nameOf), edge.from_date, edge.to_date);
}

/** The days on which what is recorded with a start and an end begins or ends, or may have. */
export function periodTurns(
  reason: Turn["reason"],
  what: Turn["what"],
  from: Bound,
  to: Bound,
): readonly Turn[] {
  const turn = (on: string, begins: boolean): Turn => ({ on, reason, begins, what });
  return [
    ...(from ? [turn(firstDay(from), true)] : []),
    ...(from && from.length < 10 ? [turn(endOf(from), true)] : []),
    ...(to && to.length < 10 ? [turn(firstDay(to), false)] : []),
    ...(to ? [turn(endOf(to), false)] : []),
  ];
}

function reachTurns(what: Turn["what"], reach: IncludesAffiliates | undefined): readonly Turn[] {
  if (reach === undefined || typeof reach === "boolean") return [];
  return reach.flatMap(({ from, to }) => periodTurns("listing", what, from, to));
}
