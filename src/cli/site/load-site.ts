import { dirname } from "node:path";
import { evaluate } from "../../engine/evaluate.ts";
import { takeInventory } from "../../engine/inventory/take-inventory.ts";
import type { Submitted } from "../../engine/submitted.ts";
import { inEachLanguage, type Language } from "../../model/language.ts";
import { loadDocument } from "../../parse/load-document.ts";
import { createSiteContext } from "../../web/create-site-context.ts";
import type { LayOut } from "../../web/graph.ts";
import type { SiteContext } from "../../web/site-context.ts";
import { readSource } from "../../workspace/read-source.ts";
import type { Workspace } from "../open-workspace.ts";
import { policyProse } from "../policy-prose.ts";
import { selectManifests } from "../select-manifests.ts";
import { workspaceSurroundings } from "../workspace-surroundings.ts";
import { policyHistories } from "./policy-histories.ts";
import { readGuides } from "./read-guides.ts";

/** How a build of the site was asked for. */
export interface SiteSetting {
  readonly asOf: string;
  readonly origin: string;
  readonly base: string;
  readonly view: "public" | "restricted";
  readonly repository: string | undefined;
  readonly layOut: LayOut;
}

/** Reads and judges everything the site is about: policies, every manifest, and the history of the policies. */
export function loadSite(workspace: Workspace, setting: SiteSetting): SiteContext {
  const { bundle, root } = workspace;
  const { manifests } = selectManifests([], root, workspace);
  const submitted: Submitted[] = manifests.map((file) => {
    const source = readSource(root, file);
    return { source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) };
  });
  const surroundings = workspaceSurroundings(submitted, workspace);
  const report = (language: Language) =>
    evaluate(bundle, submitted, { asOf: setting.asOf, language, surroundings });
  return createSiteContext({
    ...setting,
    bundle,
    surroundings,
    manifests: submitted.flatMap(({ loaded }) => (loaded.ok ? [loaded.document] : [])),
    reports: inEachLanguage(report),
    inventory: takeInventory(bundle, submitted, { asOf: setting.asOf, surroundings }),
    prose: policyProse(bundle, dirname(workspace.policies)),
    guides: readGuides(root),
    history: policyHistories(workspace, setting.asOf),
    isSample: manifests.length > 0 && manifests.every((file) => file.startsWith("examples/")),
  });
}
