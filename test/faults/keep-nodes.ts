import type { Environment } from "../../src/github/environment.ts";
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
  /** Freezes one of them for a while. */
  freeze(): void;
  /** Waits until every node stands, none of them with a clock or names that are wrong. */
  calm(): Promise<void>;
  close(): void;
}

const HOURS = 3_600_000;

/** A wrong clock, names that are not found, or a full disk, with these probabilities of a new node. */
const WRONG_CLOCK = 0.1;
const WRONG_NAMES = 0.2;
const FULL_DISK = 0.05;

export function keepNodes(
  {
    nodes,
    source,
    random,
    tally,
    sweepMilliseconds,
  }: {
    readonly nodes: number;
    readonly source: NodeSource;
    readonly random: Random;
    readonly tally: Tally;
    readonly sweepMilliseconds: number;
  },
  environment: Environment,
): KeptNodes {
  const standing: (Node | undefined)[] = Array.from({ length: nodes }, () => undefined);
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
    const node = await source.start({ environment, agent, seed, sweepMilliseconds, ...trouble });
    if (isOpen) standing[slot] = node;
    else node.kill();
  }

  function replace(slot: number): void {
    const started = begin(slot).finally(() => starting.delete(started));
    starting.add(started);
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
      const node = standing[turn % standing.length];
      return node && `http://127.0.0.1:${node.port}/api/github/webhooks`;
    },
    kill(agent) {
      const slot = standing.findIndex((node) => node?.agent === agent);
      if (slot === -1) return false;
      standing[slot]?.kill();
      standing[slot] = undefined;
      tally.kills += 1;
      replace(slot);
      return true;
    },
    freeze() {
      const node = standing[random.between(0, standing.length - 1)];
      if (node?.freeze === undefined) return;
      tally.faults += 1;
      node.freeze(random.between(100, 1_500));
    },
    async calm() {
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
