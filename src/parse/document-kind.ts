import type { DocumentKind, JsonObject, JsonValue } from "../model/document.ts";
import type { SchemaProblem } from "./explain-schema.ts";
import { KINDS, NAMED_KINDS } from "./kinds.ts";
import { nearest, quote, quoteList } from "./words.ts";

const API_VERSION = "bylaw/v1";

/** The kind of a document, or what is wrong with the keys that say so. */
export type ReadKind =
  | { readonly ok: true; readonly kind: DocumentKind }
  | { readonly ok: false; readonly problem: SchemaProblem };

/** Reads `apiVersion` and `kind`, and holds them against the kind expected of the place where the file is. */
export function readKind(value: JsonObject, expected: DocumentKind | undefined): ReadKind {
  if (expected === "Configuration") return { ok: true, kind: expected };
  const { kind, apiVersion } = value;
  if (kind === undefined || kind === null)
    return refuse("", "the key `kind` is missing", `add ${quote(`kind: ${expected ?? "Manifest"}`)}`);
  if (!isNamedKind(kind)) return refuseKind(kind, expected);
  if (expected !== undefined && kind !== expected) {
    return refuse(
      "/kind",
      `the file says it is of kind ${quote(kind)}; in this place stands a ${quote(expected)}`,
      `write ${quote(`kind: ${expected}`)}, or move the file`,
    );
  }
  if (apiVersion === undefined || apiVersion === null) {
    return refuse("", "the key `apiVersion` is missing", `add ${quote(`apiVersion: ${API_VERSION}`)}`);
  }
  if (apiVersion !== API_VERSION) {
    return refuse(
      "/apiVersion",
      `the format ${quote(String(apiVersion))} is not known; this version reads ${quote(API_VERSION)}`,
      `write ${quote(`apiVersion: ${API_VERSION}`)}`,
    );
  }
  return { ok: true, kind };
}

/** Whether a value is the name of a kind that files state. */
export function isNamedKind(value: unknown): value is DocumentKind {
  return typeof value === "string" && Object.hasOwn(KINDS, value) && value !== "Configuration";
}

function refuseKind(kind: JsonValue, expected: DocumentKind | undefined): ReadKind {
  const similar = typeof kind === "string" ? nearest(kind, NAMED_KINDS) : undefined;
  const near = similar === undefined ? "" : `; a kind with a similar name exists: ${quote(similar)}`;
  const shown = typeof kind === "string" ? kind : JSON.stringify(kind);
  const help =
    expected === undefined ? `write one of ${quoteList(NAMED_KINDS)}` : `write ${quote(`kind: ${expected}`)}`;
  return refuse("/kind", `${quote(shown)} is no kind of file${near}`, help);
}

function refuse(pointer: string, message: string, help: string): ReadKind {
  return {
    ok: false,
    problem: { pointer, at: pointer === "" ? "parent" : "value", message, help, weight: 0 },
  };
}
