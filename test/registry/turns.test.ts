import { describe, expect, it } from "vitest";
import { dayNumber, dayOfNumber } from "../../src/model/time/day-number.ts";
import { shippedBundle } from "../load-repository.ts";

const { registry } = shippedBundle().bundle;
const LAST = "2035-01-01";

/** Everything the registry says of a company on a day that depends on the day. */
function saidOn(id: string, day: string): string {
  const holders = registry.holders(id, day);
  return JSON.stringify(
    holders.map((holder) => [
      holder,
      registry.listings(holder.entity, day).map(({ scope, useScope, ...listing }) => listing),
      registry.trust(holder.entity, day),
      registry.legalFlags(registry.entity(holder.entity)?.jurisdiction, day),
    ]),
  );
}

describe("what the registry says of a company", () => {
  it("is the same from one day it names to the next", () => {
    const changed = registry.entities().flatMap(({ id }) => {
      const days = ["1990-01-01", ...new Set(registry.turns(id).map(({ on }) => on)), LAST].sort();
      return days.slice(1).flatMap((day, index) => {
        const first = days[index] ?? day;
        const last = dayOfNumber(dayNumber(day) - 1) ?? day;
        return first < last && saidOn(id, first) !== saidOn(id, last) ? [`${id} ${first} to ${last}`] : [];
      });
    });
    expect(changed).toEqual([]);
  });

  it("changes on some of them", () => {
    const days = registry.turns("vendor:hikvision").map(({ on }) => on);
    const changes = days.filter(
      (day) =>
        saidOn("vendor:hikvision", day) !==
        saidOn("vendor:hikvision", dayOfNumber(dayNumber(day) - 1) ?? day),
    );
    expect(changes.length).toBeGreaterThan(2);
  });
});
