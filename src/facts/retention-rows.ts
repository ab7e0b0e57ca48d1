import type { Texts } from "../model/language.ts";
import type { Cell, Row } from "../model/row.ts";
import type { Truth } from "../model/value.ts";
import { blank, known } from "./cells.ts";
import { createRow } from "./create-row.ts";
import type { FactBase } from "./fact-base.ts";
import { impliedData } from "./implied-data.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, items, type Place } from "./place.ts";
import { textAt, wordsAt } from "./read.ts";
import { anyOf } from "./truth.ts";
import { uniqueKeys } from "./unique-keys.ts";

interface Line {
  /** The kind of data; `undefined` where it is blank. */
  readonly data: string | undefined;
  /** Ids of the sites covered; all of them where `undefined`. */
  readonly sites: ReadonlySet<string> | undefined;
  readonly place: Place;
  readonly written: boolean;
}

/**
 * The lines as written, a blank line for each kind of data the functions imply at sites no line covers,
 * and one blank line of unknown data where it cannot be decided what is kept.
 */
export function retentionRows({ view, system }: FactBase): readonly Row[] {
  const list = follow(view.root, "data.retention");
  const written = items(list)?.map((place) => toLine(place)) ?? [];
  const missing = { place: { value: undefined, at: list.at }, written: false };
  const implied = Object.entries(impliedData(view));
  const expected = implied.flatMap(([data, truth]) => {
    if (truth !== true) return [];
    const gap = uncovered(view, written, data);
    return gap === "none" ? [] : [{ ...missing, data, sites: gap }];
  });
  const open = implied.some(
    ([data, truth]) => truth === undefined && !written.some((line) => line.data === data),
  );
  const nothing = list.value === undefined && expected.length === 0;
  const lines = [
    ...written,
    ...expected,
    ...(open || nothing ? [{ ...missing, data: undefined, sites: undefined }] : []),
  ];
  const keys = uniqueKeys(lines.map(({ data, sites }) => [data ?? "data", ...(sites ?? [])].join("@")));
  return lines.map((line, index) => retentionRow(view, system, line, keys[index] ?? "data"));
}

function retentionRow(view: ManifestView, system: () => Row, line: Line, key: string): Row {
  const { place, written, data } = line;
  const row: Row = createRow({
    view,
    subject: "retention",
    key,
    title: data ?? NO_DATA,
    pointer: place.at,
    written,
    place,
    derive: {
      // What should be kept is known though the line is not written; nothing is stated by it.
      ...(!written &&
        data !== undefined && { "retention.data": () => ({ ...known(data, place.at), stated: false }) }),
      "retention.sites": () => sitesCell(view, line),
    },
    scopes: { system, retention: () => row },
  });
  return row;
}

const NO_DATA: Texts = { en: "data", he: "מידע", ar: "بيانات" };

function toLine(place: Place): Line {
  return {
    data: textAt(child(place, "data")),
    sites: wordsAt(child(place, "sites")),
    place,
    written: true,
  };
}

/** The sites no line of this kind covers: `none` of them, some, or all. */
function uncovered(
  view: ManifestView,
  lines: readonly Line[],
  data: string,
): "none" | ReadonlySet<string> | undefined {
  const mine = lines.filter((line) => line.data === data);
  if (mine.length === 0) return undefined;
  if (mine.some(({ sites }) => sites === undefined)) return "none";
  const covered = new Set(mine.flatMap(({ sites }) => [...(sites ?? [])]));
  const ids = view.sites?.map(({ id }) => id ?? "");
  if (ids === undefined) return undefined;
  const left = ids.filter((id) => !covered.has(id));
  return left.length === 0 ? "none" : new Set(left);
}

/** Sensitive as soon as one covered site is of a sensitive kind; ordinary only if all are stated to be of none. */
function sitesCell(view: ManifestView, { place, sites }: Line): Cell {
  const at = child(place, "sites").at;
  const declared = view.sites;
  if (declared === undefined) return blank(at);
  const byId = (id: string) => declared.filter((site) => site.id === id);
  const covered = sites === undefined ? declared : [...sites].flatMap(byId);
  const strangers: readonly Truth[] =
    sites === undefined || [...sites].every((id) => byId(id).length === 1) ? [] : [undefined];
  const kinds = covered.map(({ place: site }) => child(site, "sensitive_kinds"));
  const sensitive = anyOf([...kinds.map((kind) => isSensitive(kind)), ...strangers]);
  if (sensitive === undefined) return blank(at);
  const related = kinds.filter((kind) => isSensitive(kind) === true).map((kind) => kind.at);
  return known(sensitive ? "sensitive" : "ordinary", at, related.length > 0 ? { related } : {});
}

function isSensitive(kinds: Place): Truth {
  const words = wordsAt(kinds);
  return words === undefined ? undefined : words.size > 0;
}
