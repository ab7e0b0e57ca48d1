import type { PoliciesAfter } from "../../model/review.ts";
import type { Caches } from "../api/caches.ts";
import type { Client } from "../api/client.ts";
import type { PoliciesAt } from "../publish/check-identity.ts";
import type { PoliciesRef } from "../sweep/policies-tip.ts";
import { NotEvaluable } from "./not-evaluable.ts";
import { readOtherPolicies } from "./read-other-policies.ts";

/**
 * Reads the policies that a head's configuration names, where it moves to another commit of the repository that the base
 * takes them from; `undefined` where it does not. Another repository is not read: the head's author names it, and
 * what the app may read there is not everybody's to see.
 */
export async function readMoved(
  client: Client,
  caches: Caches,
  { before, after }: { readonly before: PoliciesAt | undefined; readonly after: PoliciesRef | undefined },
): Promise<PoliciesAfter | undefined> {
  if (before === undefined || after === undefined || after.ref === before.ref) return undefined;
  if (after.repository.toLowerCase() !== before.repository.toLowerCase()) return undefined;
  const { ref } = after;
  try {
    const { commit, files } = await readOtherPolicies(client, after, caches);
    return commit === before.commit ? undefined : { ref, files };
  } catch (error) {
    if (error instanceof NotEvaluable && !error.lasting) return { ref, files: undefined };
    throw error;
  }
}
