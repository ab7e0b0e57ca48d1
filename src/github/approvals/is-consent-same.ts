import type { Client } from "../api/client.ts";
import { gatherInput } from "../review/gather-input.ts";
import type { Head } from "../review/head.ts";
import { NotEvaluable } from "../review/not-evaluable.ts";
import type { OwnCheck } from "../review/standing.ts";
import type { AppContext } from "../server/app-context.ts";
import { consentDigest } from "./consent-digest.ts";

/**
 * Tells whether approving reviews come to what they came to: who belongs to a group changes without any event in the
 * repository, and the approval of a passer-by changes nothing.
 */
export async function isConsentSame(
  context: AppContext,
  client: Client,
  { owner, repo, changes }: Head,
  { newest, last }: { readonly newest: OwnCheck; readonly last: boolean },
): Promise<boolean> {
  try {
    const weighed = [];
    for (const change of changes) {
      if (change.approving.length === 0) continue;
      const gathered = await gatherInput({ ...context, client }, { owner, repo }, change, context.today());
      weighed.push({ change, consent: gathered.setup.consent });
    }
    return consentDigest(weighed) === newest.identity?.consent;
  } catch (error) {
    if (!last && !(error instanceof NotEvaluable)) throw error;
    // The check is given anew then, and says what is wrong.
    return false;
  }
}
