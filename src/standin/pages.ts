import type { Reply } from "./api.ts";
import { renderPullRequestPage } from "./page.ts";
import { renderIndexPage } from "./page-index.ts";
import { PAGE_POLICY } from "./page-style.ts";
import type { World } from "./world.ts";

/** The page at a path, `undefined` where the path belongs to the API. Check runs lead to their pull request. */
export function renderPage(world: World, path: string): Reply | undefined {
  if (path === "/") return page(renderIndexPage(world));
  const [, owner = "", name = "", kind, number] =
    /^\/([^/]+)\/([^/]+)\/(pull|runs)\/(\d+)\/?$/.exec(path) ?? [];
  const repository = world.repositories.get(`${owner}/${name}`.toLowerCase());
  if (repository === undefined) return undefined;
  if (kind === "pull") {
    if (!repository.pulls.has(Number(number))) return undefined;
    return page(renderPullRequestPage({ world }, repository.fullName, Number(number)));
  }
  const run = repository.checkRuns.find((other) => `${other.id}` === number);
  const pull = [...repository.pulls.values()].find((other) => other.head.sha === run?.headSha);
  if (run === undefined || pull === undefined) return undefined;
  const location = `/${repository.fullName}/pull/${pull.number}#check-${run.id}`;
  return { status: 302, headers: { location } };
}

function page(content: string): Reply {
  return {
    status: 200,
    raw: { type: "text/html; charset=utf-8", content },
    headers: {
      "content-security-policy": `${PAGE_POLICY}; frame-ancestors 'none'`,
      "referrer-policy": "no-referrer",
      "x-content-type-options": "nosniff",
      "cache-control": "no-store",
    },
  };
}
