import type { Mention } from "./mention.ts";

/** One company or body in one system, with every mention of it. */
export interface PartyGroup {
  readonly key: string;
  readonly mentions: readonly [Mention, ...Mention[]];
}

/** Mentions of the same party put together, in the order of their first mention. */
export function groupMentions(mentions: readonly Mention[]): ReadonlyMap<string, PartyGroup> {
  const groups = new Map<string, PartyGroup>();
  for (const mention of mentions) {
    const { key } = mention.identity;
    const known = groups.get(key);
    groups.set(key, { key, mentions: known === undefined ? [mention] : [...known.mentions, mention] });
  }
  return groups;
}
