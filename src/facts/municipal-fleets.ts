import type { Manifest } from "../model/document.ts";
import type { Surroundings } from "../model/surroundings.ts";
import type { Turn } from "../model/turn.ts";
import type { NumberRange, Truth } from "../model/value.ts";
import { deviceQuantity } from "./device-quantity.ts";
import { type FactBase, factBase } from "./fact-base.ts";
import { type FunctionsInUse, functionsInUse } from "./functions-in-use.ts";
import { groupBy } from "./group-by.ts";
import type { FactsContext } from "./manifest-view.ts";
import type { Mention } from "./mention.ts";
import { sameCode } from "./municipality-code.ts";
import { once } from "./once.ts";
import { child, follow, items, type Place, rootOf } from "./place.ts";
import { originTurns, productOrigin } from "./product-origin.ts";
import { dateAt, textAt } from "./read.ts";

/** Devices of one model in one system. */
export interface Holding {
  readonly base: FactBase;
  readonly manifest: Manifest;
  readonly device: Place;
  /** The company the devices come from. */
  readonly origin: Mention;
  /** How many; a range where the number and that of its sites differ, `undefined` where it is blank. */
  readonly quantity: NumberRange | undefined;
  /** Whether the system has the function at all; never false. */
  readonly counts: Exclude<Truth, false>;
}

/** The devices of one function of one municipality, over all its manifests. */
export interface Fleet {
  /** The code of the municipality; of a ministry, which shares it with others, with its name. */
  readonly body: string;
  readonly use: keyof FunctionsInUse;
  readonly holdings: readonly Holding[];
  /** The days on which devices of the municipality are gone, or come from another company than before. */
  turns(): readonly Turn[];
}

/** Stages in which nothing is bought yet or all is gone. */
const OUT = new Set<unknown>(["idea", "definition", "decommissioned"]);

/**
 * The fleets of all municipalities, from the stage in which devices are bought until they are removed. A system
 * that does not say which devices it has holds an unknown number of an unknown one.
 */
export function fleetsIn({ manifests }: Surroundings, context: FactsContext): readonly Fleet[] {
  const standing = manifests.filter(({ value }) => !OUT.has(value.metadata.status));
  return [...groupBy(standing, bodyOf)].flatMap(([body, own]) => {
    const systems = own.map((manifest) => systemOf(manifest, context));
    const turns = once(() => systems.flatMap(turnsOf));
    const uses = Object.keys(systems[0]?.functions ?? {}) as readonly (keyof FunctionsInUse)[];
    return uses.flatMap((use) => {
      const holdings = holdingsIn(use, systems);
      return holdings.length === 0 ? [] : [{ body, use, holdings, turns }];
    });
  });
}

function bodyOf({ value: { metadata } }: Manifest): string {
  const { cbs_code: code, name } = metadata.municipality;
  return code === "gov" ? `gov ${name}` : sameCode(code);
}

interface System {
  readonly base: FactBase;
  readonly functions: FunctionsInUse;
  readonly devices: readonly Omit<Holding, "counts">[];
}

function systemOf(manifest: Manifest, context: FactsContext): System {
  const base = factBase(rootOf(manifest), context);
  const list = follow(base.view.root, "supply_chain.devices");
  const devices = items(list)?.filter((device) => !isRemoved(device, context.asOf));
  return {
    base,
    functions: functionsInUse(base.view),
    devices: (devices ?? [{ value: undefined, at: list.at }]).map((device) => ({
      base,
      manifest,
      device,
      origin: productOrigin(base.view, device),
      quantity: deviceQuantity(device),
    })),
  };
}

function turnsOf({ base: { view } }: System): readonly Turn[] {
  const removed = (items(follow(view.root, "supply_chain.devices")) ?? []).flatMap(
    (device): readonly Turn[] => {
      const on = dateAt(child(device, "removed_on"));
      const what = textAt(child(device, "model")) ?? "";
      return on === undefined || on === "none" ? [] : [{ on, reason: "day", begins: false, what }];
    },
  );
  return [...removed, ...originTurns(view)];
}

function isRemoved(device: Place, asOf: string): boolean {
  const on = dateAt(child(device, "removed_on"));
  return on !== undefined && on !== "none" && on <= asOf;
}

function holdingsIn(use: keyof FunctionsInUse, systems: readonly System[]): readonly Holding[] {
  return systems.flatMap(({ functions, devices }) => {
    const counts = functions[use];
    return counts === false ? [] : devices.map((device) => ({ ...device, counts }));
  });
}
