import { resolve } from "node:path";
import { sitePages } from "../../web/site-pages.ts";
import { asOf } from "../as-of.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace } from "../open-workspace.ts";
import { portOf } from "../port-of.ts";
import { printProblems } from "../print-problems.ts";
import { loadSite } from "../site/load-site.ts";
import { openGraphviz } from "../site/open-graphviz.ts";
import { pageWeights } from "../site/page-weights.ts";
import { serveSite } from "../site/serve-site.ts";
import { writeSite } from "../site/write-site.ts";
import { untilStopped } from "../until-stopped.ts";
import { UsageError } from "../usage-error.ts";

interface SiteOptions {
  readonly out: string;
  readonly asOf?: string;
  readonly policies?: string;
  readonly base: string;
  readonly view: "public" | "restricted";
  readonly repository?: string;
  readonly serve: boolean;
  readonly port: string;
}

/** Builds the site about the policies and manifests here; with `serve`, shows it until it is stopped. */
export async function site(options: SiteOptions, io: Io): Promise<number> {
  const began = performance.now();
  const { origin, base } = placeOf(options.base);
  const workspace = openWorkspace(io, { policies: options.policies, gate: false });
  if (workspace.problems.length > 0) return printProblems(workspace.problems, workspace.sources, io);
  const context = loadSite(workspace, {
    asOf: asOf(options.asOf, io),
    origin,
    base,
    view: options.view,
    repository: options.repository ?? repositoryOf(io),
    layOut: await openGraphviz(),
  });
  const files = sitePages(context);
  const folder = resolve(io.cwd, options.out);
  writeSite(files, folder);
  const seconds = ((performance.now() - began) / 1000).toFixed(1);
  io.out(`${files.length} files in ${options.out}, made in ${seconds} seconds\n`);
  for (const { name, language, gzip, brotli, most } of pageWeights(folder, base)) {
    const weight = `${kilobytes(gzip)} KB gzip of ${kilobytes(most)} KB, ${kilobytes(brotli)} KB brotli`;
    io.out(`${name} page (${language}, the heaviest): ${weight}\n`);
  }
  if (!options.serve) return CLEAN;
  const server = await serveSite(folder, base, portOf(options.port));
  io.out(`The site: ${server.url}\nCtrl-C ends it.\n`);
  await untilStopped();
  await server.close();
  return CLEAN;
}

function kilobytes(bytes: number): string {
  return String(Math.ceil(bytes / 1000));
}

/** Where the site will stand: a path on its host, or the whole address. */
function placeOf(option: string): { readonly origin: string; readonly base: string } {
  const [, origin = "", path = ""] = /^(https?:\/\/[\w.:-]+)?\/?(.*)$/.exec(option) ?? [];
  if (!/^(?:[\w.~-]+\/)*[\w.~-]*$/.test(path) || path.includes(".."))
    throw new UsageError(
      `\`${option}\` is no place for a site`,
      "name a path such as /bylaw/, or an address",
    );
  return { origin, base: path === "" || path.endsWith("/") ? `/${path}` : `/${path}/` };
}

/** The repository a workflow runs for, as GitHub tells it. */
function repositoryOf({ env }: Io): string | undefined {
  const { GITHUB_SERVER_URL: server, GITHUB_REPOSITORY: repository } = env;
  return server && repository ? `${server}/${repository}` : undefined;
}
