import { setTimeout as sleep } from "node:timers/promises";
import type { Environment } from "../../src/github/settings/environment.ts";
import type { Node, NodeSource } from "./node.ts";
import type { Random } from "./random.ts";
import type { Tally } from "./tally.ts";

/** Nodes of the app of which a dead one is replaced. */
export interface KeptNodes {
  start(): Promise<void>;
  /** Where to send the next event; the nodes take turns, dead or alive. */
  webhookUrl(): string | undefined;
  /** Kills the node that has this user agent. False where none has, as of one that is dead already. */
  kill(agent: string): boolean;
  /** Kills any one of them, whatever it does. */
  killAny(): void;
  /** Freezes one of them for a moment. */
  freeze(): void;
  /** Freezes the node that has this user agent for so long that others take its work for abandoned. False where none has. */
  freezeLong(agent: string): boolean;
  /** Waits until every node stands, none of them frozen or with a clock or names that are wrong. */
  calm(): Promise<void>;
  close(): void;
}

/** What a node does: everything, or only take events or review. */
export type Role = "all" | "web" | "worker";

const HOURS = 3_600_000;

/** How long a node is frozen whose work is to be taken for abandoned, and how long it then goes on before it may be ended. */
const LONG_FREEZE = 60_000;
const THAWED = 2_000;

/** A wrong clock, names that are not found, or a full disk, with these probabilities of a new node. */
const WRONG_CLOCK = 0.1;
const WRONG_NAMES = 0.2;
const FULL_DISK = 0.05;

export function keepNodes(
  {
    roles,
    source,
    random,
    tally,
    sweepMilliseconds,
  }: {
    /** One for each node. */
    readonly roles: readonly Role[];
    readonly source: NodeSource;
    readonly random: Random;
    readonly tally: Tally;
    readonly sweepMilliseconds: number;
  },
  environment: Environment,
): KeptNodes {
  const standing: (Node | undefined)[] = roles.map(() => undefined);
  const receiving = roles.flatMap((role, slot) => (role === "worker" ? [] : slot));
  const thawing = new Set<Promise<void>>();
  const starting = new Set<Promise<void>>();
  let isStormy = true;
  let isOpen = true;
  let count = 0;
  let turn = 0;

  async function begin(slot: number): Promise<void> {
    count += 1;
    const clockShift = isStormy && random.chance(WRONG_CLOCK) ? random.pick([-14, 14]) * HOURS : 0;
    const nameFailures = isStormy && random.chance(WRONG_NAMES) ? 0.1 : 0;
    const isDiskFull = isStormy && source.sort === "kill -9" && random.chance(FULL_DISK);
    tally.faults += [clockShift !== 0, nameFailures !== 0, isDiskFull].filter(Boolean).length;
    const agent = `bylaw-node-${slot}.${count}`;
    const seed = random.between(0, 2 ** 31);
    const trouble = { nameFailures, clockShift, isDiskFull };
    const own = { ...environment, BYLAW_ROLE: roles[slot] };
    const node = await source.start({ environment: own, agent, seed, sweepMilliseconds, ...trouble });
    if (isOpen) standing[slot] = node;
    else node.kill();
  }

  function replace(slot: number): void {
    const started = begin(slot).finally(() => starting.delete(started));
    starting.add(started);
  }

  function kill(slot: number): boolean {
    const node = standing[slot];
    if (node === undefined) return false;
    node.kill();
    standing[slot] = undefined;
    tally.kills += 1;
    replace(slot);
    return true;
  }

  async function settle(): Promise<void> {
    while (starting.size > 0) await Promise.all(starting);
  }

  return {
    async start() {
      for (const slot of standing.keys()) replace(slot);
      await settle();
    },
    webhookUrl() {
      turn += 1;
      const node = standing[receiving[turn % receiving.length] ?? 0];
      return node && `http://127.0.0.1:${node.port}/api/github/webhooks`;
    },
    kill: (agent) => kill(standing.findIndex((node) => node?.agent === agent)),
    killAny: () => void kill(random.between(0, standing.length - 1)),
    freeze() {
      const node = standing[random.between(0, standing.length - 1)];
      if (node?.freeze === undefined) return;
      tally.faults += 1;
      node.freeze(random.between(100, 1_500));
    },
    freezeLong(agent) {
      const node = standing.find((each) => each?.agent === agent);
      if (node?.freeze === undefined) return false;
      tally.faults += 1;
      node.freeze(LONG_FREEZE);
      const thawed = sleep(LONG_FREEZE + THAWED).then(() => void thawing.delete(thawed));
      thawing.add(thawed);
      return true;
    },
    async calm() {
      await Promise.all(thawing);
      await settle();
      isStormy = false;
      // None of those that stand may be one of those that were started wrong.
      standing.forEach((node, slot) => {
        node?.kill();
        replace(slot);
      });
      await settle();
    },
    close() {
      isOpen = false;
      for (const node of standing) node?.kill();
    },
  };
}
