import type { Source } from "../src/model/source.ts";
import { sourcesUnder } from "./load-repository.ts";

const shipped = sourcesUnder("policies");

/** The start of an overlay of Gan Shaked; values or rules follow. */
export const HEAD = `apiVersion: bylaw/v1
kind: Overlay
municipality: { cbs_code: "9930", name: Gan Shaked }
policy: data-retention
version: 1.0.0
title: { en: "Retention" }
changes: [{ version: 1.0.0, date: 2026-11-01, summary: { en: "First" } }]
`;

/** A value of one parameter, from a day on. */
export const value = (name: string, from: string, written: string) => `parameters:
  ${name}:
    values:
      - { from: ${from}, value: ${written}, basis: { source: proposal } }
`;
/** One rule with whatever it says beyond its texts and effect. */
export const rule = (id: string, rest: string) => `rules:
  - id: ${id}
    title: { en: "A rule" }
    why: { en: "a reason" }
    severity: low
    effect: block
    ${rest}
`;
/** In force while a system runs. */
export const STAGED = "stages: [operation]\n    ";

/** The shipped policies with one of them edited. */
export function changedPolicies(policy: string, edit: (text: string) => string): readonly Source[] {
  return shipped.map((source) => {
    if (source.file !== `policies/${policy}/policy.yaml`) return source;
    const before = new TextDecoder().decode(source.bytes);
    const after = edit(before);
    if (after === before) throw new Error(`nothing was edited in ${source.file}`);
    return { ...source, bytes: new TextEncoder().encode(after) };
  });
}
