import type { Manifest } from "../model/document.ts";
import type { Texts } from "../model/language.ts";
import type { Cell } from "../model/row.ts";
import type { FilePlace } from "../model/surroundings.ts";
import type { Truth } from "../model/value.ts";
import { blank, decided, known } from "./cells.ts";
import { FILE_STEPS } from "./file-steps.ts";
import type { ManifestView } from "./manifest-view.ts";
import { child, follow, items, type Place, rootOf } from "./place.ts";
import { textAt } from "./read.ts";
import { manifestsById } from "./surroundings-index.ts";
import { allOf } from "./truth.ts";

/** Parties outside, which have no manifest: bodies by their reference, suppliers by their id. */
const OUTSIDE = /^(external|vendor|brand|body):[a-z0-9]/;

const DIRECTIONS: Readonly<Record<string, Texts>> = {
  in: { en: "in", he: "נכנס", ar: "وارد" },
  out: { en: "out", he: "יוצא", ar: "صادر" },
  both: { en: "both", he: "שני הכיוונים", ar: "الاتجاهان" },
};

const OPPOSITE: Readonly<Record<string, string>> = { in: "out", out: "in", both: "both" };

/** What a link leads to: another manifest, a named outside party, or nothing that is declared. A file nobody could read may be what is missing. */
export function linkTarget({ surroundings }: ManifestView, link: Place): Cell {
  const to = child(link, "to");
  const target = textAt(to);
  if (target === undefined) return blank(to.at);
  if (OUTSIDE.test(target)) return known("external", to.at);
  const found = manifestsById(surroundings).get(target);
  if (found !== undefined) {
    return known("manifest", to.at, { elsewhere: found.map(({ file }) => ({ file, at: "/metadata/id" })) });
  }
  const { unread } = surroundings;
  if (unread.length === 0) return known("missing", to.at);
  return {
    ...blank(to.at),
    stated: true,
    path: [FILE_STEPS.noManifest(target)],
    elsewhere: unread.map((file) => ({ file, at: "" })),
  };
}

/** Whether the other manifest declares the same link with the opposite direction; false where there is no other manifest. */
export function isMirrored(view: ManifestView, link: Place): Cell {
  const target = linkTarget(view, link);
  const direction = child(link, "direction");
  if (target.value !== "manifest")
    return typeof target.value === "string" ? known(false, direction.at) : blank(target.at);
  if (textAt(direction) === undefined) return blank(direction.at);
  const others = manifestsById(view.surroundings).get(textAt(child(link, "to")) ?? "") ?? [];
  const answers = others.map((other) => answerOf(other, view, link));
  return decided(allOf(answers.map(({ truth }) => truth)), direction.at, {
    path: answers.flatMap(({ words }) => words),
    elsewhere: answers.map(({ place }) => place),
  });
}

interface Answer {
  readonly truth: Truth;
  readonly words: readonly Texts[];
  readonly place: FilePlace;
}

/** What another manifest says of a link. One direction of it may be declared in a line of its own. */
function answerOf(other: Manifest, view: ManifestView, link: Place): Answer {
  const root = rootOf(other);
  const list = follow(root, "system.interfaces");
  const links = items(list);
  const home = textAt(follow(view.root, "metadata.id"));
  const back = (links ?? []).filter((one) => textAt(child(one, "to")) === home && sameKind(one, link));
  const [first] = back;
  const answer = (truth: Truth, words: readonly Texts[] = []): Answer => ({
    truth,
    words,
    place: { file: other.file, at: first === undefined ? list.at : child(first, "direction").at },
  });
  const wanted = OPPOSITE[textAt(child(link, "direction")) ?? ""];
  const directions = back.map((one) => textAt(child(one, "direction")));
  if (directions.includes(wanted)) return answer(true);
  const open = links === undefined || links.some((one) => child(one, "to").value === undefined);
  if (open || directions.includes(undefined)) return answer(undefined);
  const { id } = other.value.metadata;
  if (first === undefined) return answer(false, [FILE_STEPS.noLinkBack(id)]);
  const ours = (items(follow(view.root, "system.interfaces")) ?? [])
    .filter((one) => textAt(child(one, "to")) === id && sameKind(one, link))
    .map((one) => OPPOSITE[textAt(child(one, "direction")) ?? ""]);
  if (flows(ours) === flows(directions)) return answer(true);
  return answer(false, [FILE_STEPS.otherDirection(id, directions.map(directionTexts))]);
}

function directionTexts(direction: string | undefined): Texts {
  return DIRECTIONS[direction ?? ""] ?? { en: direction ?? "" };
}

/** Two ends speak of one link where what passes has one name; a blank name may be any. */
export function sameKind(one: Place, other: Place): boolean {
  const [left, right] = [textAt(child(one, "kind")), textAt(child(other, "kind"))];
  return left === undefined || right === undefined || left.toLowerCase() === right.toLowerCase();
}

/** Which ways pass in all, whether in one line or in two. */
function flows(directions: readonly (string | undefined)[]): string {
  const ways = directions.flatMap((direction) => (direction === "both" ? ["in", "out"] : (direction ?? "?")));
  return [...new Set(ways)].sort().join(" ");
}
