import { at, listAt, numberAt, textAt } from "../api/answer.ts";
import type { Client } from "../api/client.ts";
import { everyPage } from "../api/every-page.ts";
import { GithubError } from "../api/github-error.ts";
import type { AppContext } from "../server/app-context.ts";
import { type Diagnosis, note, wrong } from "./diagnosis.ts";
import { examinePermissions } from "./examine-permissions.ts";
import { examineRepository } from "./examine-repository.ts";

/** More repositories of one installation are counted and not looked at. */
const MOST_REPOSITORIES = 50;

/** Where the app is installed, with what permissions, and how the repositories there are set up. */
export async function examineInstallations(
  context: AppContext,
  app: Client,
  owners: ReadonlySet<string>,
): Promise<readonly Diagnosis[]> {
  const installations = await everyPage(app, "GET /app/installations", {
    itemsOf: (page) => listAt({ page }, "page"),
  });
  if (installations.length === 0) {
    return [wrong("the app is installed nowhere", "install it on the repositories it is to review")];
  }
  const found: Diagnosis[] = [];
  for (const installation of installations) {
    const owner = textAt(installation, "account", "login");
    if (owners.size > 0 && !owners.has(owner.toLowerCase())) {
      found.push(note(`\`${owner}\` is not in \`ALLOWED_OWNERS\``, "add it there, or take the app off it"));
    } else if (typeof at(installation, "suspended_at") === "string") {
      found.push(note(`the app is suspended on \`${owner}\``, "ask an owner to wake it, or to take it off"));
    } else {
      found.push(...(await examineInstallation(context, installation, owner)));
    }
  }
  return found;
}

async function examineInstallation(
  context: AppContext,
  installation: unknown,
  owner: string,
): Promise<readonly Diagnosis[]> {
  const granted = at(installation, "permissions");
  const found: Diagnosis[] = [
    ...examinePermissions(
      `the installation on \`${owner}\``,
      typeof granted === "object" && granted !== null ? { ...granted } : {},
      "let an owner accept it, under Settings → GitHub Apps of that account",
    ),
  ];
  try {
    const client = await context.client(numberAt(installation, "id"));
    const repositories = await everyPage(client, "GET /installation/repositories", {
      itemsOf: (page) => listAt(page, "repositories"),
    });
    if (repositories.length === 0) {
      found.push(
        note(`the installation on \`${owner}\` covers no repository`, "choose some in its settings"),
      );
    }
    for (const repository of repositories.slice(0, MOST_REPOSITORIES)) {
      found.push(...(await examineRepository(context, client, repository)));
    }
    const left = repositories.length - MOST_REPOSITORIES;
    if (left > 0) {
      found.push(
        note(`${left} more repositories of \`${owner}\` were not looked at`, "look at their rules yourself"),
      );
    }
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    found.push(
      wrong(`the installation on \`${owner}\` cannot be read: ${error.message}`, "see what was said above"),
    );
  }
  return found;
}
