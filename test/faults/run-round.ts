import { setTimeout as sleep } from "node:timers/promises";
import { openRound, type RoundOptions } from "./open-round.ts";
import { fate, strike } from "./storm.ts";
import type { Tally } from "./tally.ts";

/** The storm ends when so many of each have struck. */
interface Storm {
  readonly faults: number;
  readonly kills: number;
  /** Whether a node is frozen for a minute in the middle of a write, where another is there to take over. */
  readonly freezesLong?: boolean;
}

/**
 * Lets people work while everything goes wrong, then lets GitHub be well again, and tells what came of it. What
 * strikes when is drawn from the seed; how processes interleave is in nobody's hand.
 */
export async function runRound(options: RoundOptions & Storm): Promise<Tally> {
  const round = await openRound(options);
  const { github, people, nodes, random, tally } = round;
  const weather = { fault: 0, kill: 0 };
  // After so many writes the node that sends the next is frozen in it; the answer waits.
  let writesLeft = options.freezesLong && options.nodes > 1 ? random.between(1, 40) : undefined;
  github.setDeliveryPlan(() => {
    github.setWebhookUrl(nodes.webhookUrl());
    const plan = fate(random);
    if (plan === "lose" || plan === "drop") tally.dropped += 1;
    return plan;
  });
  github.faults.decide((target) => {
    if (writesLeft !== undefined && target.method !== "GET" && target.path.startsWith("/repos/")) {
      writesLeft -= 1;
      if (writesLeft <= 0 && nodes.freezeLong(target.agent)) {
        writesLeft = undefined;
        return undefined;
      }
    }
    const struck = strike(random, weather, target);
    if (struck === undefined) return undefined;
    if ("fault" in struck) {
      tally.faults += 1;
      return struck.fault;
    }
    // Whoever is killed gets no answer; the request took effect or did not.
    if (!nodes.kill(target.agent)) return undefined;
    return struck.kill === "before" ? "hang" : "hang-after";
  });

  const begun = performance.now();
  while (tally.faults < options.faults || tally.kills < options.kills) {
    weather.fault = tally.faults < options.faults ? random.pick([0.1, 0.4, 0.6]) : 0.1;
    weather.kill = tally.kills < options.kills ? 0.05 : 0;
    for (let deed = random.between(1, 6); deed > 0; deed -= 1) {
      people.act();
      await sleep(random.between(1, 40));
    }
    if (random.chance(0.3)) github.releaseHeld();
    if (random.chance(0.15)) nodes.freeze();
    // One that only takes events asks for nothing in which it could be killed.
    if (options.isSplit && weather.kill > 0 && random.chance(0.1)) nodes.killAny();
    if (options.redis && random.chance(0.1)) {
      tally.faults += 1;
      tally.flushes += 1;
      await options.redis.client.flushall();
    }
    // Now and then people wait for a verdict; mostly they do not.
    await sleep(random.chance(0.15) ? random.between(500, 1_500) : random.between(20, 150));
  }
  tally.milliseconds = performance.now() - begun;
  return await round.finish();
}
