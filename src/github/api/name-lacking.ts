import { at } from "./answer.ts";
import type { Client } from "./client.ts";
import { GithubError } from "./github-error.ts";

/** A client whose refusals name the permissions the installation lacks, as far as they may be the reason. */
export function nameLacking(client: Client, lacking: () => Promise<readonly string[]>): Client {
  const explain = async (error: unknown): Promise<never> => {
    if (!(error instanceof GithubError) || (error.kind !== "refused" && error.kind !== "missing"))
      throw error;
    const names = await lacking();
    if (names.length === 0) throw error;
    const { kind, status, retryAfter, requestId } = error;
    const why = `the app was not granted ${names.map((name) => `\`${name}\``).join(", ")}`;
    throw new GithubError(`${error.message}; ${why}`, {
      kind,
      status,
      retryAfter,
      requestId,
      cause: error.cause,
    });
  };
  return {
    rest: (route, parameters) => client.rest(route, parameters).catch(explain),
    graphql: (query, variables) => client.graphql(query, variables).catch(explain),
  };
}

/** The permissions of an installation's token, as the answer to asking for one states them. */
export function permissionsOf(authentication: unknown): Readonly<Record<string, unknown>> | undefined {
  const permissions = at(authentication, "permissions");
  return typeof permissions === "object" && permissions !== null ? { ...permissions } : undefined;
}
