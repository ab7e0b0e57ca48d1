import type { Bundle } from "../../engine/bundle.ts";
import { factsOf, type Run } from "../../engine/run.ts";
import type { Submitted } from "../../engine/submitted.ts";
import { type Setting, surroundingsOf } from "../../engine/surroundings-of.ts";
import type { Manifest } from "../../model/document.ts";
import type { FactSet } from "../../model/row.ts";

/** The systems a change is tried on, with what they are judged by before it. One base serves any number of changes. */
export interface ImpactBase {
  readonly bundle: Bundle;
  readonly submitted: readonly Submitted[];
  /** Those that could be read, in order of their files. */
  readonly manifests: readonly Manifest[];
  readonly surroundings: Setting;
  /** The same manifests beside what another bundle holds. */
  beside(bundle: Bundle): Setting;
  /** The facts of a manifest on the date of a run of this bundle. */
  facts(run: Run, manifest: Manifest): FactSet;
}

/**
 * Opens a base. `keepFacts` keeps what was computed of each manifest on each date, for many changes tried on
 * one base; else it is computed anew and let go, so that thousands of manifests fit into little memory.
 */
export function openImpactBase(
  bundle: Bundle,
  submitted: readonly Submitted[],
  { keepFacts = false }: { readonly keepFacts?: boolean } = {},
): ImpactBase {
  const beside = (other: Bundle) => undigested(surroundingsOf(other, submitted));
  const surroundings = beside(bundle);
  const kept = new Map<string, Map<Manifest, FactSet>>();
  return {
    bundle,
    submitted,
    manifests: surroundings.manifests,
    surroundings,
    beside,
    facts(run, manifest) {
      if (!keepFacts) return factsOf(run, manifest);
      const onDate = kept.get(run.rules.asOf) ?? new Map<Manifest, FactSet>();
      kept.set(run.rules.asOf, onDate);
      const facts = onDate.get(manifest) ?? factsOf(run, manifest);
      onDate.set(manifest, facts);
      return facts;
    },
  };
}

/** A setting of which no digest is made: nobody reads the report a verdict comes from. */
function undigested(setting: Setting): Setting {
  const { arrangements, waivers, registry, plan } = setting;
  return {
    get manifests() {
      return setting.manifests;
    },
    get unread() {
      return setting.unread;
    },
    arrangements,
    waivers,
    registry,
    plan,
    read: () => [],
  };
}
