import type { Cell } from "../model/row.ts";
import { blank, known } from "./cells.ts";
import { groupBy } from "./group-by.ts";
import type { ManifestView } from "./manifest-view.ts";
import { simplest } from "./owner-rows.ts";
import { child, follow, items } from "./place.ts";
import { numberAt, textAt } from "./read.ts";

/**
 * The stated number of authorised users, or what the lines of the access matrix add up to where that is more. Lines
 * of one party may be the same people, lines of different parties are not, so that the number may be a range.
 */
export function accessUsers(view: ManifestView): Cell {
  const place = follow(view.root, "data.authorised_users");
  const stated = numberAt(place);
  if (stated === undefined) return blank(place.at);
  const lines = (items(follow(view.root, "data.access")) ?? []).map((line) => ({
    party: textAt(child(line, "party")) ?? "",
    users: child(line, "users"),
  }));
  const counts = [...groupBy(lines, ({ party }) => party).values()].map((own) =>
    own.map(({ users }) => numberAt(users) ?? 0),
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);
  const least = Math.max(stated, sum(counts.map((own) => Math.max(...own))));
  const most = Math.max(stated, sum(counts.map(sum)));
  const related =
    most > stated ? lines.flatMap(({ users }) => (users.value === undefined ? [] : users.at)) : [];
  return known(simplest({ min: least, max: most }), place.at, related.length > 0 ? { related } : {});
}
