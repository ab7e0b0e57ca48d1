import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { loadBundle } from "../../src/engine/load-bundle.ts";
import type { Document } from "../../src/model/document.ts";
import type { PlanDocument } from "../../src/model/generated/plan.ts";
import type { RegistryDocument } from "../../src/model/generated/registry.ts";
import { vocabulary } from "../../src/model/generated/vocabulary-value.ts";
import type { WaiverDocument } from "../../src/model/generated/waiver.ts";
import { loadDocument } from "../../src/parse/load-document.ts";
import { checkPolicies } from "../../src/rules/check-policies.ts";
import { docsPages } from "../../src/site/docs-pages.ts";
import type { Page } from "../../src/site/page.ts";
import { ROOT, sourcesUnder } from "../load-repository.ts";
import { policyFrom } from "../rules/policy-from.ts";

/** Where waivers and approvals may stand in this repository. */
const FOLDERS = ["policies", "examples", "waivers", "approvals"];

let made: readonly Page[] | undefined;

/** The pages of this repository, made once. */
export function shippedPages(): readonly Page[] {
  made ??= makePages();
  return made;
}

function makePages(): readonly Page[] {
  const sources = FOLDERS.filter((folder) => existsSync(join(ROOT, folder))).flatMap(sourcesUnder);
  const { bundle } = loadBundle(sources, { gate: false });
  const prose = bundle.policyDocuments.map(({ file, value }) => {
    const readme = file.replace("policy.yaml", "README.md");
    return [value.id, readFileSync(join(ROOT, readme), "utf8")] as const;
  });
  return docsPages({
    policies: bundle.policies,
    plan: bundle.plan,
    prose: new Map(prose),
    registry: bundle.registryDocuments,
    waivers: bundle.waivers,
  });
}

/** What a page is made of beside one policy, as YAML. */
export interface Beside {
  /** Without `apiVersion`, `kind` and `as_of`. */
  readonly registry?: string;
  readonly plan?: string;
  readonly waivers?: readonly string[];
  /** Where they stand, from the root. */
  readonly waiversUnder?: string;
}

/** A page made from one policy, written as YAML, and what stands beside it. */
export function pageOf(yaml: string, file: string, prose = "", beside: Beside = {}): string {
  const { policies, problems } = checkPolicies([policyFrom(yaml)], vocabulary);
  if (problems.length > 0) throw new Error(problems.map(({ message }) => message).join("\n"));
  const pages = docsPages({
    policies,
    plan:
      beside.plan === undefined
        ? undefined
        : documentFrom<PlanDocument>("policies/plan.yaml", `kind: Plan\n${beside.plan}`),
    prose: new Map([["test-policy", prose]]),
    registry:
      beside.registry === undefined
        ? []
        : [
            documentFrom<RegistryDocument>(
              "policies/trusted-vendors/registry/test.yaml",
              `kind: VendorRegistry\nas_of: 2026-11-23\n${beside.registry}`,
            ),
          ],
    waivers: (beside.waivers ?? []).map((waiver, index) =>
      documentFrom<WaiverDocument>(`${beside.waiversUnder ?? ""}waivers/w-${index}.yaml`, waiver),
    ),
  });
  return pages.find((page) => page.file === file)?.text ?? "";
}

/** The text under a heading of a page, to the next heading of the same level or above. */
export function under(page: string, heading: string): string {
  const [, after = ""] = page.split(`\n${heading}\n`);
  const level = /^#+/.exec(heading)?.[0].length ?? 1;
  return (after.split(new RegExp(`^(?:#{1,${level}} |<a )`, "m"))[0] ?? "").trim();
}

/** A document of text; the caller names the type its kind has. */
function documentFrom<T>(file: string, text: string): Document<T> {
  const bytes = new TextEncoder().encode(`apiVersion: bylaw/v1\n${text}`);
  const loaded = loadDocument({ file, bytes, mode: "100644" }, { gate: true });
  if (!loaded.ok) throw new Error(loaded.problems.map(({ message }) => `${file}: ${message}`).join("\n"));
  return loaded.document as Document<T>;
}
