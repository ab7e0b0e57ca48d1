import type { Judged } from "../../engine/judge-rows.ts";
import { type Run, settle } from "../../engine/run.ts";
import type { Document } from "../../model/document.ts";
import type { Finding } from "../../model/generated/report.ts";
import type { Difference } from "./asked-registry.ts";
import { type Standpoint, standingsOf } from "./standings.ts";

/** One manifest, or one row of a set, as both sets judge it. */
export interface Compared {
  readonly id: string;
  readonly document: Document<unknown>;
  readonly municipality: { readonly cbs_code: string; readonly name: string } | undefined;
  /** The answers of the registry that differ and that its facts rest on. */
  readonly through: readonly Difference[];
  readonly before: Side;
  readonly after: Side;
}

/** What one set says. */
export interface Side {
  readonly places: ReadonlyMap<string, Standpoint>;
  /** Of rules with a waiver or standing approval on file, what is found, with these applied. */
  readonly waivable: readonly Finding[];
  /** Findings in words, as the report has them. */
  findings(judged: readonly Judged[]): readonly Finding[];
}

/** What one set says of what was judged. */
export function sideOf(
  run: Run,
  judged: readonly Judged[],
  {
    isWaived,
    findings,
  }: {
    readonly isWaived: (rule: string) => boolean;
    readonly findings: (judged: readonly Judged[]) => readonly Finding[];
  },
): Side {
  let waivable: readonly Finding[] = [];
  const settled = (some: readonly Judged[]) => {
    waivable = some.length === 0 ? [] : settle(run, findings(some));
    return waivable;
  };
  const places = standingsOf(judged, { settled, isWaived });
  return { places, waivable, findings };
}
