import type { Bundle } from "../../engine/bundle.ts";
import { concerned } from "../../engine/kept/concerned.ts";
import { decideOnDecisions } from "../../engine/kept/decide-on-decisions.ts";
import { neighbourhoods } from "../../engine/kept/neighbourhoods.ts";
import type { Submitted } from "../../engine/submitted.ts";
import { type Setting, surroundingsOf } from "../../engine/surroundings-of.ts";
import { once } from "../../facts/once.ts";
import type { Manifest } from "../../model/document.ts";
import type { SetRow } from "../../model/surroundings.ts";
import type { ImpactFile } from "./impact-file.ts";

/** Systems that may bear on one another, and on no others. */
export interface ImpactPart {
  /** What stands for its files, and for what tells which rows are its own. */
  readonly keys: readonly string[];
  /** Opened where first asked for, like the next two. */
  readonly manifests: readonly Manifest[];
  readonly submitted: readonly Submitted[];
  /** What its systems are judged among, beside what a bundle holds. */
  setting(bundle: Bundle): Setting;
  /** Whether a row that is no part of one manifest is judged with this part. */
  owns(row: SetRow): boolean;
}

/** All systems in parts. */
export interface ImpactParts {
  readonly neighbourhoods: readonly ImpactPart[];
  /** The rows that concern none of the systems. */
  readonly beside: ImpactPart;
  /** How many manifests there are. */
  readonly count: number;
  /** Files nobody can read as a manifest. */
  readonly unread: readonly string[];
}

/** Takes the systems of a base apart, so that no part rests on another under either of two bundles. */
export function impactParts(files: readonly ImpactFile[], before: Bundle, after: Bundle): ImpactParts {
  const named = files.filter((file) => file.names() !== undefined);
  const unread = files.filter((file) => file.names() === undefined);
  const bundles = [before, after];
  const arrangements = bundles.flatMap((bundle) => bundle.arrangements);
  const scope = [...bundles.map(({ digests }) => digests.arrangements), ...unread.map(({ key }) => key())];
  const openUnread = once(() => unread.map(({ open }) => open()));
  const partOf = (members: readonly ImpactFile[], owns: ImpactPart["owns"]): ImpactPart => {
    const keys = once(() => [...scope, ...members.map(({ key }) => key())]);
    const submitted = once(() => members.map(({ open }) => open()));
    const manifests = once(() => submitted().flatMap(({ loaded }) => (loaded.ok ? [loaded.document] : [])));
    return {
      get keys() {
        return keys();
      },
      get manifests() {
        return manifests();
      },
      get submitted() {
        return submitted();
      },
      setting: (bundle) => undigested(surroundingsOf(bundle, submitted(), openUnread)),
      owns,
    };
  };
  const namesOf = (some: readonly ImpactFile[]) => some.flatMap((file) => file.names() ?? []);
  const told = { count: named.length, unread: unread.map(({ source }) => source.file) };
  if (decideOnDecisions(bundles.flatMap(({ waivers }) => waivers.map(({ value }) => value))))
    return { neighbourhoods: [partOf(named, () => true)], beside: partOf([], () => false), ...told };
  const owned = concerned(namesOf(named), arrangements);
  return {
    neighbourhoods: neighbourhoods(named, arrangements).map((members) =>
      partOf(members, concerned(namesOf(members), arrangements)),
    ),
    beside: partOf([], (row) => !owned(row)),
    ...told,
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
