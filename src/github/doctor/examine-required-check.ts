import { at, listAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { CHECK_NAME } from "../publish/check-identity.ts";
import { type Diagnosis, note, well, wrong } from "./diagnosis.ts";

/** A check that has to pass before a branch moves, and whose it has to be. */
interface RequiredCheck {
  readonly context: unknown;
  readonly app: unknown;
}

/**
 * Whether a branch can move without this app's check. Read of rulesets, for which reading metadata is enough, and of what a
 * branch shows of its own protection; the rest of branch protection only administrators see.
 */
export async function examineRequiredCheck(
  client: Client,
  { owner, repo, branch, app }: RepositoryName & { readonly branch: string; readonly app: number },
): Promise<Diagnosis> {
  const place = { owner, repo, branch };
  const rules = await client.rest("GET /repos/{owner}/{repo}/rules/branches/{branch}", place);
  const shown = await client.rest("GET /repos/{owner}/{repo}/branches/{branch}", place);
  const ours = [...byRulesets(rules), ...byProtection(shown)].filter(({ context }) => context === CHECK_NAME);
  const where = `\`${owner}/${repo}\`, branch \`${branch}\``;
  if (ours.some((check) => check.app === app))
    return well(`${where}: the check is required, and of this app`);
  const pin = `choose this app as its source, in the rule that requires \`${CHECK_NAME}\``;
  if (ours.some((check) => typeof check.app === "number" && check.app > 0)) {
    return wrong(`${where}: the check \`${CHECK_NAME}\` is required of another app`, pin);
  }
  if (ours.length > 0) return wrong(`${where}: anyone who may write checks can pass it`, pin);
  return note(
    `${where}: nothing that can be read here requires the check`,
    `add a ruleset that requires \`${CHECK_NAME}\` of this app; a merge waits for nothing until then`,
  );
}

function byRulesets(rules: unknown): readonly RequiredCheck[] {
  return listAt({ rules }, "rules")
    .filter((rule) => at(rule, "type") === "required_status_checks")
    .flatMap((rule) => listAt(rule, "parameters", "required_status_checks"))
    .map((check) => ({ context: at(check, "context"), app: at(check, "integration_id") }));
}

function byProtection(branch: unknown): readonly RequiredCheck[] {
  const checks = at(branch, "protection", "required_status_checks", "checks");
  return (Array.isArray(checks) ? checks : []).map((check) => ({
    context: at(check, "context"),
    app: at(check, "app_id"),
  }));
}
