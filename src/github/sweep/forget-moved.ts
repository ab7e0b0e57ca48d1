import type { Client } from "../api/client.ts";
import { GithubError } from "../api/github-error.ts";
import type { PoliciesAt } from "../publish/check-identity.ts";
import type { OwnCheck } from "../review/standing.ts";
import { type PoliciesRef, readPoliciesTip } from "./policies-tip.ts";

/** Gives checks as they count now. */
export type ForgetMoved = (checks: readonly OwnCheck[]) => Promise<readonly OwnCheck[]>;

/**
 * Takes from checks until when they hold, where they were given by policies of another repository that has moved on
 * since, or can no longer be read. Each ref is asked for once, and only where it decides: for the newest check.
 */
export function createForgetMoved(client: Client): ForgetMoved {
  const tips = new Map<string, Promise<string | undefined>>();
  const tipOf = (at: PoliciesRef) => {
    const name = `${at.repository} ${at.ref}`;
    const tip = tips.get(name) ?? readTip(client, at);
    tips.set(name, tip);
    return tip;
  };
  const hasMoved = async (policies: readonly PoliciesAt[]) => {
    for (const at of policies) if ((await tipOf(at)) !== at.commit) return true;
    return false;
  };
  return async (checks) => {
    const [newest, ...older] = checks;
    const identity = newest?.identity;
    if (newest === undefined || identity?.policies === undefined) return checks;
    if (!(await hasMoved(identity.policies))) return checks;
    return [{ ...newest, identity: { ...identity, validUntil: undefined } }, ...older];
  };
}

/** `undefined` where it cannot be read, which a review then says. */
async function readTip(client: Client, at: PoliciesRef): Promise<string | undefined> {
  try {
    return (await readPoliciesTip(client, at)).sha;
  } catch (error) {
    if (error instanceof GithubError && (error.kind === "missing" || error.kind === "refused"))
      return undefined;
    throw error;
  }
}
