import type { Edge } from "../model/generated/registry.ts";
import { holdsOn } from "./period.ts";

/** An edge in words, with what is uncertain about it on a date: `CETC parent_of Hikvision (36 to 42 %)`. */
export type StepWords = (edge: Edge, asOf: string) => string;

/** Words for edges, with names looked up by `nameOf`. */
export function stepWords(nameOf: (id: string) => string): StepWords {
  return (edge, asOf) => {
    const details = [edge.products?.join(", "), shareWords(edge.percent), ...doubts(edge, asOf)].filter(
      Boolean,
    );
    const step = `${nameOf(edge.from)} ${edge.kind} ${nameOf(edge.to)}`;
    return details.length === 0 ? step : `${step} (${details.join("; ")})`;
  };
}

function shareWords(percent: Edge["percent"]): string | undefined {
  if (!percent) return undefined;
  if (percent.max === undefined) return percent.min === 100 ? "100 %" : `at least ${percent.min} %`;
  return percent.min === percent.max ? `${percent.min} %` : `${percent.min} to ${percent.max} %`;
}

function doubts(edge: Edge, asOf: string): readonly (string | undefined)[] {
  return [
    ...undecidedDates(edge.from_date, edge.to_date, asOf),
    edge.confidence === "low" ? "low confidence" : undefined,
    edge.disputed ? "disputed" : undefined,
  ];
}

/** What to say where only a month or year is recorded and the date lies within it. */
export function undecidedDates(
  from: string | null | undefined,
  to: string | null | undefined,
  asOf: string,
): readonly string[] {
  return [
    ...(from && holdsOn(from, null, asOf) === "perhaps"
      ? [`began in ${from}, day not recorded, taken as begun`]
      : []),
    ...(to && holdsOn(null, to, asOf) === "perhaps"
      ? [`ended in ${to}, day not recorded, taken as not yet ended`]
      : []),
  ];
}
