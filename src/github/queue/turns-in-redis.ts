import type { Redis } from "ioredis";
import { LATER } from "./turns.ts";

/** Where in line a task stands, as a priority of BullMQ: `Turns`, kept in Redis for all processes. */
export async function takeTurn(
  redis: Redis,
  queue: string,
  { group, later }: { readonly group: string; readonly later: boolean },
): Promise<number> {
  const keys = [`${queue}:turns`, `${queue}:prioritized`];
  const turn = await redis.eval(
    SCRIPT,
    keys.length,
    ...keys,
    `${group}:${later}`,
    later ? LATER : 0,
    `${queue}:`,
    LATER,
    MOST,
  );
  return Number(turn);
}

/** What BullMQ takes as a priority. A line this long has lost its order long before. */
const MOST = 2_097_151;

/** BullMQ keeps what waits in a sorted set, with the priority in the upper bits of the score. */
const SCRIPT = `
local first = redis.call("ZRANGE", KEYS[2], 0, 0, "WITHSCORES")
local now = 0
if first[1] then
  now = math.floor(tonumber(first[2]) / 0x100000000)
  if redis.call("HGET", ARGV[3] .. first[1], "name") == "later" then now = now - tonumber(ARGV[4]) end
else
  redis.call("DEL", KEYS[1])
end
local taken = tonumber(redis.call("HGET", KEYS[1], ARGV[1]) or "0")
local turn = math.max(now, taken + 1, 1)
redis.call("HSET", KEYS[1], ARGV[1], turn)
return math.min(turn + tonumber(ARGV[2]), tonumber(ARGV[5]))
`;
