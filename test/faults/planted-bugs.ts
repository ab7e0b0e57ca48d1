import { listAt, numberAt, shaAt, textAt } from "../../src/github/api/answer.ts";
import { isObject } from "../../src/standin/body-fields.ts";

type Way = typeof fetch;

/** Where a test lets something happen, in the middle of what a planted bug does. */
interface Moments {
  /** After the pull request was read, before anything else is. */
  readonly afterRead: () => void;
  /** When all files are read. */
  readonly afterFiles: () => void;
}

/** A mistake that an app might make, put between it and GitHub: what it asks and what it is told are as if it made it. */
export type PlantedBug = (way: Way, moments: Moments) => Way;

/** No bug at all, at the same moments. */
export const noBug: PlantedBug =
  (way, { afterRead, afterFiles }) =>
  async (input, init) => {
    const answer = await way(input, init);
    if (queryIn(init)?.includes("query PullRequest(")) afterRead();
    if (queryIn(init)?.includes("query Blobs(")) afterFiles();
    return answer;
  };

/** Reads the files at the tip of the branch, as it is by then, for those of the head it judges. */
export const readsByBranchName: PlantedBug = (way, moments) => {
  const sound = noBug(way, moments);
  return async (input, init) => {
    if (!queryIn(init)?.includes("query PullRequest(")) return await sound(input, init);
    const answer = await way(input, init);
    const text = await answer.text();
    const { owner, repo, number } = variablesIn(init);
    const repository = `${new URL(String(input)).origin}/repos/${owner}/${repo}`;
    const ask = async (path: string) => await (await way(`${repository}${path}`, authorized(init))).json();
    const pull = await ask(`/pulls/${number}`);
    const treeAt = async (ref: string) => shaAt(await ask(`/commits/${ref}`), "commit", "tree", "sha");
    const before = await treeAt(shaAt(pull, "head", "sha"));
    moments.afterRead();
    const after = await treeAt(textAt(pull, "head", "ref"));
    moments.afterFiles();
    return new Response(text.replaceAll(before, after), answer);
  };
};

/** Takes the head it read at first for the head, and posts without reading it back. */
export const postsUnread: PlantedBug = (way, moments) => {
  const sound = noBug(way, moments);
  const heads = new Map<string, string>();
  return async (input, init) => {
    const path = new URL(String(input)).pathname;
    const remembered = heads.get(path);
    if (remembered !== undefined) return Response.json({ state: "open", head: { sha: remembered } });
    const answer = await sound(input, init);
    if (queryIn(init)?.includes("query PullRequest(")) {
      const { owner, repo, number } = variablesIn(init);
      const head = shaAt(await answer.clone().json(), "data", "repository", "pullRequest", "headRefOid");
      heads.set(`/repos/${owner}/${repo}/pulls/${number}`, head);
    }
    return answer;
  };
};

/** Believes of a commit's checks which pull requests they belong to: for those of a fork GitHub lists none. */
export const trustsPullRequests: PlantedBug = (way, moments) => {
  const sound = noBug(way, moments);
  return async (input, init) => {
    const answer = await sound(input, init);
    if (!queryIn(init)?.includes("query OpenPullRequests(")) return answer;
    const { owner, repo } = variablesIn(init);
    const text = await answer.text();
    let believed = text;
    for (const node of listAt(JSON.parse(text), "data", "repository", "pullRequests", "nodes")) {
      const [head, number] = [shaAt(node, "headRefOid"), numberAt(node, "number")];
      const checks = `${new URL(String(input)).origin}/repos/${owner}/${repo}/commits/${head}/check-runs`;
      const runs = listAt(await (await way(checks, authorized(init))).json(), "check_runs");
      const listed = runs
        .flatMap((run) => listAt(run, "pull_requests"))
        .map((pull) => numberAt(pull, "number"));
      // For this app a pull request with another head is one that the check does not belong to.
      if (!listed.includes(number)) believed = believed.replaceAll(head, "0".repeat(40));
    }
    return new Response(believed, answer);
  };
};

function queryIn(init: RequestInit | undefined): string | undefined {
  const body = bodyOf(init);
  return typeof body.query === "string" ? body.query : undefined;
}

function variablesIn(init: RequestInit | undefined): Readonly<Record<string, unknown>> {
  const { variables } = bodyOf(init);
  return isObject(variables) ? variables : {};
}

function bodyOf(init: RequestInit | undefined) {
  const body = typeof init?.body === "string" ? JSON.parse(init.body) : undefined;
  return isObject(body) ? body : {};
}

/** The same authorization, for a plain read. */
function authorized(init: RequestInit | undefined): RequestInit {
  const headers = new Headers(init?.headers);
  headers.delete("content-type");
  return { headers };
}
