import { at, textAt } from "../api/answer.ts";
import type { Client, RepositoryName } from "../api/client.ts";
import { GithubError } from "../api/github-error.ts";
import { CONFIGURATION_FILE } from "../review/select-files.ts";
import type { AppContext } from "../server/app-context.ts";
import { readPoliciesTip } from "../sweep/policies-tip.ts";
import { type Diagnosis, note, well, wrong } from "./diagnosis.ts";
import { examineRequiredCheck } from "./examine-required-check.ts";

/** Whether a repository is set up to be reviewed, and a review there to be of consequence. */
export async function examineRepository(
  context: AppContext,
  client: Client,
  repository: unknown,
): Promise<readonly Diagnosis[]> {
  if (at(repository, "archived") === true) return [];
  const name = { owner: textAt(repository, "owner", "login"), repo: textAt(repository, "name") };
  const branch = textAt(repository, "default_branch");
  const app = context.identity.id;
  const full = `${name.owner}/${name.repo}`;
  return [
    ...(await orUnreadable(`\`${full}\`: the rules of \`${branch}\``, async () => [
      await examineRequiredCheck(client, { ...name, branch, app }),
    ])),
    ...(await orUnreadable(`\`${full}\`: its configuration`, () => examinePolicies(context, client, name))),
  ];
}

async function examinePolicies(
  context: AppContext,
  client: Client,
  { owner, repo }: RepositoryName,
): Promise<readonly Diagnosis[]> {
  const where = `\`${owner}/${repo}\``;
  const content = await readFile(client, { owner, repo }, CONFIGURATION_FILE);
  const source = content && { file: CONFIGURATION_FILE, bytes: content, mode: "100644" as const };
  const { policies } = context.reviewer.readConfiguration(source);
  const unconfigured =
    content === undefined
      ? [
          note(
            `${where} has no \`${CONFIGURATION_FILE}\``,
            "add one that says who may approve; the usual paths count until then",
          ),
        ]
      : [];
  if (policies === undefined) return unconfigured;
  const other = `\`${policies.repository}\` at \`${policies.ref}\``;
  const read = await readPoliciesTip(client, policies).catch(nothingWhereRefused);
  return [
    ...unconfigured,
    read === undefined
      ? wrong(
          `${where} is judged by the policies of ${other}, which cannot be read there`,
          "make that repository public, or install the app on it under the same owner; and check the ref",
        )
      : well(`${where} is judged by the policies of ${other}`),
  ];
}

async function readFile(
  client: Client,
  { owner, repo }: RepositoryName,
  path: string,
): Promise<Uint8Array | undefined> {
  const route = "GET /repos/{owner}/{repo}/contents/{path}";
  const answer = await client.rest(route, { owner, repo, path }).catch((error: unknown) => {
    if (error instanceof GithubError && error.kind === "missing") return undefined;
    throw error;
  });
  return answer === undefined ? undefined : Buffer.from(textAt(answer, "content"), "base64");
}

async function orUnreadable(
  what: string,
  examine: () => Promise<readonly Diagnosis[]>,
): Promise<readonly Diagnosis[]> {
  try {
    return await examine();
  } catch (error) {
    if (!(error instanceof GithubError)) throw error;
    return [wrong(`${what} cannot be read: ${error.message}`, "see what the app lacks above, or try again")];
  }
}

function nothingWhereRefused(error: unknown): undefined {
  if (error instanceof GithubError && (error.kind === "missing" || error.kind === "refused"))
    return undefined;
  throw error;
}
