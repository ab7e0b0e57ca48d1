import { openWorkspace, type Workspace } from "../../src/cli/open-workspace.ts";
import { run } from "../../src/cli/run.ts";
import { loadSite } from "../../src/cli/site/load-site.ts";
import { openGraphviz } from "../../src/cli/site/open-graphviz.ts";
import { workspaceSurroundings } from "../../src/cli/workspace-surroundings.ts";
import { evaluate } from "../../src/engine/evaluate.ts";
import type { Language } from "../../src/model/language.ts";
import type { Source } from "../../src/model/source.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { renderJson } from "../../src/render/render-json.ts";
import type { SiteContext } from "../../src/web/site-context.ts";
import { AS_OF, ROOT, sourcesUnder } from "../load-repository.ts";

const layOut = await openGraphviz();

let workspace: Workspace | undefined;
let made: SiteContext | undefined;

const SILENT = { cwd: ROOT, env: {}, terminal: false, err: () => {}, out: () => {}, today: () => AS_OF };

function repository(): Workspace {
  workspace ??= openWorkspace(SILENT, { gate: false });
  return workspace;
}

/** What a site of this repository is made of, in its public view; loaded once. */
export function exampleSite(): SiteContext {
  made ??= loadSite(repository(), {
    asOf: AS_OF,
    origin: "",
    base: "/",
    view: "public",
    repository: "https://github.com/example/bylaw",
    layOut,
  });
  return made;
}

/** The manifests of the examples, as they stand in the repository. */
export function exampleManifests(): readonly Source[] {
  return sourcesUnder("examples").filter(({ file }) => /\/manifests\/[^/]+\.yaml$/.test(file));
}

const reports = new Map<string, string>();

/** The report `bylaw check FILE --format json` prints, made as the command makes it, of policies loaded once. */
export function expectedReport(source: Source, language: Language): string {
  const key = `${language} ${source.file}`;
  const known = reports.get(key);
  if (known !== undefined) return known;
  const submitted = [{ source, loaded: loadDocument(source, { gate: true, kind: "Manifest" }) }];
  const surroundings = workspaceSurroundings(submitted, repository());
  const judges = (_: unknown, concerns: boolean) => concerns;
  const report = renderJson(
    evaluate(repository().bundle, submitted, { asOf: AS_OF, language, surroundings, judges }),
  );
  reports.set(key, report);
  return report;
}

/** The same from the command itself. */
export async function printedReport(file: string, language: Language): Promise<string> {
  let printed = "";
  const out = (text: string) => {
    printed += text;
  };
  await run(["check", file, "--format", "json", "--as-of", AS_OF, "--lang", language], { ...SILENT, out });
  return printed;
}
