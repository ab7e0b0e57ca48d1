import type { Octokit } from "@octokit/rest";
import { describe, expect, it, test } from "vitest";
import { appClient, client, clientWith, NOON, outcome, PERMISSIONS, start, startWithPull } from "./start.ts";

const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
const at = { owner: "town", repo: "systems" };

describe("signing in", () => {
  test("as the app, with a token of an installation that ends after an hour", async () => {
    let now = NOON;
    const { standin } = await startWithPull({ now: () => now });
    const octokit = await client(standin);
    expect((await appClient(standin).rest.apps.getAuthenticated()).data?.slug).toBe("bylaw");
    expect((await octokit.rest.apps.listReposAccessibleToInstallation()).data.total_count).toBe(1);
    now += 3_600_000;
    expect(await outcome(octokit.rest.repos.get(at))).toMatch(/^401: Bad credentials/);
  });

  test.for([14, -14])(
    "with a clock that is %i hours off is refused in words the client corrects itself by",
    async (hours) => {
      const { standin } = await startWithPull({ now: () => NOON + hours * 3_600_000 });
      const skewed = appClient({ ...standin, world: { ...standin.world, now: () => NOON } });
      expect((await skewed.rest.apps.listInstallations()).status).toBe(200);
      expect(standin.requests.map(({ status }) => status)).toEqual([401, 200]);
    },
  );

  test.for([
    ["no token on a private repository", undefined, "401: Requires authentication"],
    ["a made-up token", "ghs_none", "401: Bad credentials"],
    [
      "a web token signed by nobody",
      `${encode({ alg: "RS256" })}.${encode({ iss: 4711 })}.x`,
      "401: A JSON web token could not be decoded",
    ],
    [
      "an unsigned web token",
      `${encode({ alg: "none" })}.${encode({ iss: 4711 })}.`,
      "401: A JSON web token could not be decoded",
    ],
  ] as const)("%s is refused", async ([, auth, expected]) => {
    const { standin } = await startWithPull();
    expect(await outcome(clientWith(auth, standin.url).rest.repos.get(at))).toMatch(expected);
  });

  test("ends when the app is suspended or removed", async () => {
    const { standin } = await startWithPull();
    const octokit = await client(standin);
    standin.installation("town", "suspend");
    expect(await outcome(octokit.rest.repos.get(at))).toMatch(/^403: This installation has been suspended/);
    standin.installation("town", "unsuspend");
    expect(await outcome(octokit.rest.repos.get(at))).toBe("200");
    standin.installation("town", "deleted");
    expect(await outcome(octokit.rest.repos.get(at))).toMatch(/^401/);
    expect(await outcome(appClient(standin).rest.apps.getUserInstallation({ username: "town" }))).toMatch(
      /^404/,
    );
  });
});

describe("a token", () => {
  const without = (name: string) =>
    Object.fromEntries(Object.entries(PERMISSIONS).filter(([key]) => key !== name));
  const check = { ...at, name: "bylaw", head_sha: "0".repeat(40) };

  it.for([
    ["contents", (o: Octokit) => o.rest.repos.getContent({ ...at, path: "a.yaml" })],
    ["pull_requests", (o: Octokit) => o.rest.pulls.list(at)],
    ["checks", (o: Octokit) => o.rest.checks.create(check)],
    ["members", (o: Octokit) => o.rest.teams.listMembersInOrg({ org: "town", team_slug: "privacy" })],
  ] as const)("without %s is told so", async ([name, ask]) => {
    const { standin } = await startWithPull({ permissions: without(name) });
    const octokit = await client(standin);
    expect(await outcome(ask(octokit))).toMatch(/^403: Resource not accessible by integration/);
  });

  it("limited to read cannot write, and cannot ask for more than the app has", async () => {
    const { standin, head } = await startWithPull();
    const octokit = await client(standin, { permissions: { checks: "read" } });
    expect(await outcome(octokit.rest.checks.create({ ...check, head_sha: head }))).toMatch(/^403/);
    await expect(client(standin, { permissions: { contents: "write" } })).rejects.toMatchObject({
      status: 422,
    });
  });

  it("does not open repositories of other owners, nor those taken out of the installation", async () => {
    const { standin } = await startWithPull();
    standin.createRepository({ owner: "village", name: "systems" });
    const octokit = await client(standin);
    expect(await outcome(octokit.rest.repos.get({ owner: "village", repo: "systems" }))).toMatch(
      /^404: Not Found/,
    );
    standin.setInstalled("town/systems", false);
    expect(await outcome(octokit.rest.repos.get(at))).toMatch(/^404/);
  });
});

describe("reading", () => {
  test("a pull request, its files, its commits and the pull requests of a commit", async () => {
    const { standin, base, head } = await startWithPull();
    const { rest } = await client(standin);
    const { data: pull } = await rest.pulls.get({ ...at, pull_number: 1 });
    expect(pull).toMatchObject({
      state: "open",
      head: { sha: head },
      base: { sha: base },
      mergeable: true,
      additions: 1,
    });
    const { data: files } = await rest.pulls.listFiles({ ...at, pull_number: 1 });
    expect(files).toMatchObject([{ filename: "a.yaml", status: "modified", changes: 2 }]);
    expect(files[0]?.patch).toContain("-line 2\n+line two");
    const { data: commits } = await rest.pulls.listCommits({ ...at, pull_number: 1 });
    expect(commits.map(({ sha }) => sha)).toEqual([head]);
    const { data: pulls } = await rest.repos.listPullRequestsAssociatedWithCommit({
      ...at,
      commit_sha: head,
    });
    expect(pulls.map(({ number }) => number)).toEqual([1]);
  });

  test("Git objects whose content hashes to their name", async () => {
    const { standin, base } = await startWithPull();
    const { rest } = await client(standin);
    const { data: commit } = await rest.git.getCommit({ ...at, commit_sha: base });
    const { data: tree } = await rest.git.getTree({ ...at, tree_sha: commit.tree.sha, recursive: "1" });
    expect(tree).toMatchObject({
      truncated: false,
      tree: [{ path: "a.yaml", mode: "100644", type: "blob" }],
    });
    const { data: blob } = await rest.git.getBlob({ ...at, file_sha: tree.tree[0]?.sha ?? "" });
    expect(Buffer.from(blob.content, "base64").toString()).toMatch(/^line 1\nline 2\n/);
    const { data: ref } = await rest.git.getRef({ ...at, ref: "heads/main" });
    expect(ref.object.sha).toBe(base);
  });

  test("contents at a branch with a slash in its name, and a comparison of two sides", async () => {
    const { standin, repo, base, head } = await startWithPull();
    const other = standin.commit(repo, "feature/x", {
      message: "x",
      author: "maya",
      files: { "d/שלום.txt": "s" },
    });
    const { rest } = await client(standin);
    const { data: file } = await rest.repos.getContent({ ...at, path: "d/שלום.txt", ref: "feature/x" });
    expect(file).toMatchObject({ type: "file", path: "d/שלום.txt", encoding: "base64" });
    const { data } = await rest.repos.compareCommitsWithBasehead({ ...at, basehead: `${head}...${other}` });
    expect(data).toMatchObject({
      status: "diverged",
      ahead_by: 1,
      behind_by: 1,
      merge_base_commit: { sha: base },
    });
    expect(await outcome(rest.checks.listForRef({ ...at, ref: "feature/x" }))).toBe("200");
  });

  test("modes that are no regular file", async () => {
    const { standin, repo, head } = await startWithPull();
    standin.commit(repo, "change", {
      message: "modes",
      author: "maya",
      files: {
        run: { mode: "100755", content: "x" },
        link: { mode: "120000", content: "a.yaml" },
        module: { mode: "160000", content: head },
      },
    });
    const { rest } = await client(standin);
    const { data } = await rest.git.getTree({ ...at, tree_sha: "change", recursive: "1" });
    expect(data.tree.map(({ mode, type }) => `${mode} ${type}`)).toEqual([
      "100644 blob",
      "120000 blob",
      "160000 commit",
      "100755 blob",
    ]);
  });

  test("membership of a team and permission on a repository", async () => {
    const { standin, repo } = await startWithPull();
    standin.addTeamMember("town", "privacy", "noa");
    standin.setCollaborator(repo, "maya", "triage");
    const { rest } = await client(standin);
    const member = (username: string) =>
      outcome(rest.teams.getMembershipForUserInOrg({ org: "town", team_slug: "privacy", username }));
    expect([await member("noa"), await member("Noa"), await member("maya")]).toEqual([
      "200",
      "200",
      expect.stringMatching(/^404/),
    ]);
    const { data } = await rest.repos.getCollaboratorPermissionLevel({ ...at, username: "maya" });
    expect([data.permission, data.role_name]).toEqual(["read", "triage"]);
    standin.removeTeamMember("town", "privacy", "noa");
    expect(await member("noa")).toMatch(/^404/);
  });

  test("every page of a list, in any order of asking", async () => {
    const { standin, pull } = await startWithPull();
    const ids = Array.from({ length: 45 }, (_, index) => standin.comment(pull, "maya", `comment ${index}`));
    const octokit = await client(standin);
    const all = await octokit.paginate(octokit.rest.issues.listComments, {
      ...at,
      issue_number: 1,
      per_page: 20,
    });
    expect(all.map(({ id }) => id)).toEqual(ids);
    const { headers } = await octokit.rest.issues.listComments({
      ...at,
      issue_number: 1,
      per_page: 20,
      page: 2,
    });
    expect(headers.link).toMatch(/page=1>?.*rel="prev".*page=3.*rel="next".*page=3.*rel="last"/);
  });

  test("what has not changed is answered 304 to the same `etag`", async () => {
    const { standin } = await startWithPull();
    const octokit = await client(standin);
    const { headers } = await octokit.rest.pulls.get({ ...at, pull_number: 1 });
    const again = octokit.rest.pulls.get({
      ...at,
      pull_number: 1,
      headers: { "if-none-match": headers.etag },
    });
    expect(await outcome(again)).toMatch(/^304/);
  });

  test("works below `/api/v3` as on GitHub Enterprise Server", async () => {
    const { standin } = await startWithPull();
    const { rest } = clientWith(undefined, `${standin.url}/api/v3`);
    expect([await outcome(rest.rateLimit.get()), standin.requests.at(-1)?.path]).toEqual([
      "200",
      "/rate_limit",
    ]);
  });
});

describe("a pull request from a fork", () => {
  test("has its head elsewhere, and no check names it", async () => {
    const { standin, repo } = await startWithPull();
    const fork = standin.createFork(repo, "guest");
    const head = standin.commit(fork, "idea", { message: "idea", author: "guest", files: { "b.yaml": "b" } });
    const { number } = standin.openPullRequest(repo, {
      title: "Idea",
      head: "idea",
      headRepository: fork,
      author: "guest",
    });
    const { rest } = await client(standin);
    const { data: pull } = await rest.pulls.get({ ...at, pull_number: number });
    expect([pull.head.repo.full_name, pull.head.repo.fork, pull.head.label]).toEqual([
      fork,
      true,
      "guest:idea",
    ]);
    const { data: run } = await rest.checks.create({ ...at, name: "bylaw", head_sha: head });
    expect(run.pull_requests).toEqual([]);
    expect(await outcome(rest.repos.get({ owner: "guest", repo: "systems" }))).toMatch(/^404/);
    const { data: pulls } = await rest.repos.listPullRequestsAssociatedWithCommit({
      ...at,
      commit_sha: head,
    });
    expect(pulls.map((each) => each.number)).toEqual([number]);
  });
});

describe("a check run", () => {
  test("is created, completed, listed by name, and only changed by its own app", async () => {
    const { standin, repo, head } = await startWithPull();
    const { rest } = await client(standin);
    const { data: first } = await rest.checks.create({
      ...at,
      name: "bylaw",
      head_sha: head,
      status: "in_progress",
    });
    expect(first).toMatchObject({
      status: "in_progress",
      conclusion: null,
      completed_at: null,
      pull_requests: [{ number: 1 }],
    });
    const { data: done } = await rest.checks.update({ ...at, check_run_id: first.id, conclusion: "success" });
    expect(done).toMatchObject({
      status: "completed",
      conclusion: "success",
      completed_at: "2026-11-23T12:00:00Z",
    });
    const foreign = standin.addForeignCheck(repo, {
      appId: 9,
      name: "bylaw",
      headSha: head,
      conclusion: "success",
    });
    expect(
      await outcome(rest.checks.update({ ...at, check_run_id: foreign, conclusion: "failure" })),
    ).toMatch(/^403: Invalid app_id/);
    const { data: second } = await rest.checks.create({ ...at, name: "bylaw", head_sha: head });
    const list = async (query: object) => {
      const { data } = await rest.checks.listForRef({ ...at, ref: head, ...query });
      return data.check_runs.map(({ id }) => id);
    };
    expect(await list({ app_id: 4711 })).toEqual([second.id]);
    expect(await list({ app_id: 4711, filter: "all" })).toEqual([second.id, first.id]);
    expect(await list({ check_name: "bylaw" })).toEqual([second.id, foreign]);
  });

  test("gets annotations on top of those it has", async () => {
    const { standin, repo, head } = await startWithPull();
    const { rest } = await client(standin);
    const annotation = { path: "a.yaml", start_line: 1, end_line: 1, annotation_level: "warning" as const };
    const output = (message: string) => ({
      title: "t",
      summary: "s",
      annotations: [{ ...annotation, message }],
    });
    const { data } = await rest.checks.create({
      ...at,
      name: "bylaw",
      head_sha: head,
      output: output("one"),
    });
    await rest.checks.update({ ...at, check_run_id: data.id, output: output("two") });
    const { data: all } = await rest.checks.listAnnotations({ ...at, check_run_id: data.id });
    expect(all.map(({ message }) => message)).toEqual(["one", "two"]);
    expect(standin.checkRuns(repo, head)[0]?.annotations).toHaveLength(2);
  });
});

describe("comments and reviews", () => {
  test("a comment is the app's, can be edited, reacted to and deleted", async () => {
    const { standin, repo } = await startWithPull({ permissions: { ...PERMISSIONS, issues: "write" } });
    const { rest } = await client(standin);
    const { data } = await rest.issues.createComment({ ...at, issue_number: 1, body: "first" });
    expect(data).toMatchObject({
      user: { login: "bylaw[bot]", type: "Bot" },
      performed_via_github_app: { id: 4711 },
    });
    await rest.issues.updateComment({ ...at, comment_id: data.id, body: "second" });
    const react = () => rest.reactions.createForIssueComment({ ...at, comment_id: data.id, content: "eyes" });
    expect([(await react()).status, (await react()).status]).toEqual([201, 200]);
    expect(standin.comments(repo, 1)).toMatchObject([{ body: "second", reactions: [{ content: "eyes" }] }]);
    await rest.issues.deleteComment({ ...at, comment_id: data.id });
    expect(standin.comments(repo, 1)).toEqual([]);
  });

  test("a review with comments on diff lines is written whole, and its comments can be edited", async () => {
    const { standin, repo, pull, head } = await startWithPull();
    const { rest } = await client(standin);
    const comments = [
      { path: "a.yaml", line: 2, body: "changed" },
      { path: "a.yaml", line: 2, side: "LEFT", body: "was" },
      { path: "a.yaml", start_line: 1, line: 4, body: "range" },
    ];
    await rest.pulls.createReview({ ...at, pull_number: 1, event: "COMMENT", commit_id: head, comments });
    const { data } = await rest.pulls.listReviewComments({ ...at, pull_number: 1 });
    expect(data.map(({ side, line }) => `${side} ${line}`)).toEqual(["RIGHT 2", "LEFT 2", "RIGHT 4"]);
    await rest.pulls.updateReviewComment({ ...at, comment_id: data[0]?.id ?? 0, body: "fixed" });
    expect(standin.reviewComments(repo, pull.number)[0]?.body).toBe("fixed");
    standin.commit(repo, "change", { message: "more", author: "maya", files: { b: "b" } });
    const { data: later } = await rest.pulls.listReviewComments({ ...at, pull_number: 1 });
    expect(later.map(({ line, original_line }) => [line, original_line])[0]).toEqual([null, 2]);
  });

  test("an approval keeps the commit it was given on", async () => {
    const { standin, repo, pull, head } = await startWithPull();
    standin.review(pull, { user: "noa", state: "APPROVED" });
    standin.commit(repo, "change", { message: "more", author: "maya", files: { b: "b" } });
    const { rest } = await client(standin);
    const { data } = await rest.pulls.listReviews({ ...at, pull_number: 1 });
    expect(data).toMatchObject([{ state: "APPROVED", commit_id: head, user: { login: "noa" } }]);
  });
});

describe("branches and pull requests move", () => {
  test("a force push moves the head, and the base is what it was when the head last moved", async () => {
    const { standin, repo, base, head } = await startWithPull();
    const next = standin.commit(repo, "main", { message: "main", author: "town", files: { z: "z" } });
    expect(standin.pullRequest(repo, 1).base.sha).toBe(base);
    standin.forcePush(repo, "change", base);
    expect(standin.pullRequest(repo, 1)).toMatchObject({ head: { sha: base }, base: { sha: next } });
    standin.forcePush(repo, "change", head);
    expect(standin.pullRequest(repo, 1).head.sha).toBe(head);
  });

  test("closing, reopening, retargeting and merging", async () => {
    const { standin, repo, pull, head } = await startWithPull();
    const { rest } = await client(standin);
    standin.closePullRequest(pull);
    expect((await rest.pulls.list(at)).data).toEqual([]);
    standin.reopenPullRequest(pull);
    const release = standin.commit(repo, "release", { message: "r", author: "town", files: { r: "r" } });
    standin.retarget(pull, "release");
    const { data: moved } = await rest.pulls.get({ ...at, pull_number: 1 });
    expect(moved.base).toMatchObject({ ref: "release", sha: release });
    const merged = standin.merge(pull, "town");
    const { data } = await rest.git.getCommit({ ...at, commit_sha: merged });
    expect(data.parents.map(({ sha }) => sha)).toEqual([release, head]);
    expect((await rest.pulls.get({ ...at, pull_number: 1 })).data).toMatchObject({
      merged: true,
      state: "closed",
    });
  });

  test("a conflict is shown and cannot be merged", async () => {
    const { standin, repo, pull } = await startWithPull();
    standin.commit(repo, "main", { message: "main", author: "town", files: { "a.yaml": "other" } });
    standin.retarget(pull, "main");
    const { rest } = await client(standin);
    expect((await rest.pulls.get({ ...at, pull_number: 1 })).data.mergeable_state).toBe("dirty");
    expect(() => standin.merge(pull)).toThrow("conflicts with `main`");
  });
});

test("every request is on record with its endpoint as GitHub documents it", async () => {
  const { standin } = await startWithPull();
  const { rest } = await client(standin);
  standin.clearRequests();
  await rest.git.getRef({ ...at, ref: "heads/change" });
  await outcome(rest.pulls.get({ ...at, pull_number: 9 }));
  expect(standin.requests).toMatchObject([
    { method: "GET", route: "/repos/{owner}/{repo}/git/ref/{ref}", status: 200 },
    { method: "GET", route: "/repos/{owner}/{repo}/pulls/{pull_number}", status: 404 },
  ]);
});

test("a watcher sees every check the moment it is written, until it looks away", async () => {
  const { standin, repo, head } = await startWithPull();
  const { rest } = await client(standin);
  const seen: string[] = [];
  const stop = standin.watch((event) => {
    if (event.kind === "check-run") seen.push(`${event.checkRun.conclusion} on ${event.checkRun.headSha}`);
  });
  await rest.checks.create({ ...at, name: "bylaw", head_sha: head, conclusion: "success" });
  standin.addForeignCheck(repo, { appId: 9, name: "bylaw", headSha: head, conclusion: "failure" });
  stop();
  standin.addForeignCheck(repo, { appId: 9, name: "bylaw", headSha: head, conclusion: "neutral" });
  expect(seen).toEqual([`success on ${head}`, `failure on ${head}`]);
});

test("an owner cannot be named like a path of the API, and names are taken once", async () => {
  const standin = await start();
  expect(() => standin.createRepository({ owner: "repos", name: "x" })).toThrow("path of the API");
  standin.createRepository({ owner: "town", name: "x" });
  expect(() => standin.createRepository({ owner: "Town", name: "X" })).toThrow("exists already");
});
