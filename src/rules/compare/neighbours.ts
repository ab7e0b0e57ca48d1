import { addDuration } from "../../model/time/add-duration.ts";
import type { Duration, FactValue } from "../../model/value.ts";
import type { Fact } from "../vocabulary.ts";

const DAY = 86_400;
const A_DAY = { months: 0, seconds: DAY };

/** The values of a fact next below and next above one, as fine as a person would write them; `undefined` where there is none. */
export function neighbours(
  fact: Fact,
  value: FactValue,
): { readonly under: FactValue | undefined; readonly over: FactValue | undefined } {
  switch (fact.type) {
    case "integer":
    case "number": {
      if (typeof value !== "number") return NOTHING;
      const step = fact.type === "integer" ? 1 : 0.1;
      const under = rounded(value - step);
      return { under: under < 0 ? undefined : under, over: rounded(value + step) };
    }
    case "ordered": {
      const index = fact.values.indexOf(String(value));
      return index === -1 ? NOTHING : { under: fact.values[index - 1], over: fact.values[index + 1] };
    }
    case "date": {
      if (typeof value !== "string") return NOTHING;
      return { under: addDuration(value, A_DAY, -1), over: addDuration(value, A_DAY, 1) };
    }
    case "duration":
      return typeof value === "object" && "months" in value ? aroundDuration(value) : NOTHING;
    default:
      return NOTHING;
  }
}

const NOTHING = { under: undefined, over: undefined };

function rounded(value: number): number {
  return Math.round(value * 1e6) / 1e6;
}

/** A day more or less; of what is no number of days, an hour, a minute or a second. */
function aroundDuration({ months, seconds }: Duration): { under: Duration | undefined; over: Duration } {
  const unit =
    [DAY, 3600, 60].find((one) => seconds % one === 0 && (seconds > 0 || months > 0 || one === DAY)) ?? 1;
  const over = { months, seconds: seconds + unit };
  if (seconds >= unit) return { under: { months, seconds: seconds - unit }, over };
  // A month is at least 28 days, so that a month less and 27 days more is surely shorter.
  return { under: months > 0 ? { months: months - 1, seconds: 27 * DAY } : undefined, over };
}
