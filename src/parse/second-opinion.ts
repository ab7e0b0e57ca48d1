import { isAlias, isMap, isNode, isPair, isScalar, isSeq, parseDocument, visit } from "yaml";
import type { JsonValue } from "../model/document.ts";
import { pointerStep } from "./find-places.ts";

/** Where a second, independent YAML reader differs from the first. */
export interface Disagreement {
  /** Offset of the place, where the reader gave one. */
  readonly offset: number | undefined;
  readonly pointer: string;
}

/**
 * Reads a text with another parser and compares. `undefined` where both read the same value. Only for
 * texts the first reader accepted: it bounds the nesting that this parser cannot survive.
 */
export function findDisagreement(text: string, value: JsonValue): Disagreement | undefined {
  try {
    // Doubled keys were refused by the first reader, and would show as a missing entry here.
    const document = parseDocument(text, {
      version: "1.2",
      schema: "core",
      strict: true,
      stringKeys: true,
      uniqueKeys: false,
      merge: false,
      resolveKnownTags: false,
      prettyErrors: false,
      logLevel: "silent",
    });
    const refusal = document.errors[0] ?? document.warnings[0];
    if (refusal !== undefined) return { offset: refusal.pos[0], pointer: "" };
    const odd = findOddNode(document);
    if (odd !== undefined) return { offset: odd, pointer: "" };
    const pointer = firstDifference(value, document.toJS({ maxAliasCount: 0 }), "");
    return pointer === undefined ? undefined : { offset: undefined, pointer };
  } catch {
    return { offset: undefined, pointer: "" };
  }
}

/** Offset of an anchor, an alias, a tag or a key that is no text. */
function findOddNode(document: ReturnType<typeof parseDocument>): number | undefined {
  let odd: number | undefined;
  visit(document, (_, node) => {
    if (isPair(node)) {
      if (isScalar(node.key) && typeof node.key.value === "string") return;
      odd = isNode(node.key) ? (node.key.range?.[0] ?? 0) : 0;
      return visit.BREAK;
    }
    if (!isNode(node)) return;
    const isAnchored = (isScalar(node) || isMap(node) || isSeq(node)) && node.anchor !== undefined;
    if (!isAlias(node) && !isAnchored && node.tag === undefined) return;
    odd = node.range?.[0] ?? 0;
    return visit.BREAK;
  });
  return odd;
}

/** Pointer of the first value in which the two differ. */
function firstDifference(one: unknown, other: unknown, pointer: string): string | undefined {
  if (one === other) return undefined;
  if (Array.isArray(one)) {
    if (!Array.isArray(other) || one.length !== other.length) return pointer;
    return first(one, (item, index) => firstDifference(item, other[index], pointer + pointerStep(index)));
  }
  if (!isRecord(one) || !isRecord(other)) return pointer;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return pointer;
  return first(keys, (key) => {
    const place = pointer + pointerStep(key);
    return Object.hasOwn(other, key) ? firstDifference(one[key], other[key], place) : place;
  });
}

function first<T>(
  items: readonly T[],
  find: (item: T, index: number) => string | undefined,
): string | undefined {
  for (const [index, item] of items.entries()) {
    const found = find(item, index);
    if (found !== undefined) return found;
  }
  return undefined;
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && Object.getPrototypeOf(value) === Object.prototype;
}
