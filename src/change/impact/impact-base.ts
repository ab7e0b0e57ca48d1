import type { Bundle } from "../../engine/bundle.ts";
import { byText } from "../../engine/by-text.ts";
import { type AskedValues, NOTHING_ASKED } from "../../engine/kept/asking.ts";
import { factsOf, type Run } from "../../engine/run.ts";
import type { Submitted } from "../../engine/submitted.ts";
import type { Manifest } from "../../model/document.ts";
import type { FactSet } from "../../model/row.ts";
import { type FactProfiles, factProfiles } from "./fact-profiles.ts";
import { type ImpactFile, impactFile } from "./impact-file.ts";
import { type ImpactParts, impactParts } from "./impact-parts.ts";

/** The systems a change is tried on, with what they are judged by before it. One base serves any number of changes. */
export interface ImpactBase {
  readonly bundle: Bundle;
  /** Their files, in order. */
  readonly files: readonly ImpactFile[];
  /** What earlier computations came to. */
  readonly kept: AskedValues;
  /** The systems in parts none of which bears on another, under this bundle and another. */
  parts(after: Bundle): ImpactParts;
  /** Numbers for what rules read of facts that are kept; `undefined` where none are. */
  readonly profiles: FactProfiles | undefined;
  /** The facts of a manifest on the date of a run of this bundle. */
  facts(run: Run, manifest: Manifest): FactSet;
}

interface ImpactBaseOptions {
  /**
   * Keeps what was computed of each manifest on each date, for many changes tried on one base; else it is
   * computed anew and let go, so that thousands of manifests fit into little memory.
   */
  readonly keepFacts?: boolean;
}

/** Opens a base of files that were read. */
export function openImpactBase(
  bundle: Bundle,
  submitted: readonly Submitted[],
  options: ImpactBaseOptions = {},
): ImpactBase {
  const files = submitted.map(({ source, loaded }) => impactFile(source, () => loaded, NOTHING_ASKED));
  return impactBaseOf(bundle, files, options);
}

/** A base of files that are read only where what is kept of them does not say enough. */
export function impactBaseOf(
  bundle: Bundle,
  unordered: readonly ImpactFile[],
  { keepFacts = false, kept = NOTHING_ASKED }: ImpactBaseOptions & { readonly kept?: AskedValues } = {},
): ImpactBase {
  const files = [...unordered].sort((a, b) => byText(a.source.file, b.source.file));
  const taken = new Map<string, ImpactParts>();
  const known = new Map<string, Map<Manifest, FactSet>>();
  return {
    bundle,
    files,
    kept,
    parts(after) {
      // What takes systems apart beside themselves: what holds them together, and decisions about decisions.
      const holding = `${after.digests.arrangements} ${after.digests.waivers}`;
      const found = taken.get(holding) ?? impactParts(files, bundle, after);
      taken.set(holding, found);
      return found;
    },
    profiles: keepFacts ? factProfiles() : undefined,
    facts(run, manifest) {
      if (!keepFacts) return factsOf(run, manifest);
      const onDate = known.get(run.rules.asOf) ?? new Map<Manifest, FactSet>();
      known.set(run.rules.asOf, onDate);
      const facts = onDate.get(manifest) ?? factsOf(run, manifest);
      onDate.set(manifest, facts);
      return facts;
    },
  };
}
