import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Bundle } from "../engine/bundle.ts";

/** The text beside each policy, by the policy's id; `folder` is the one that holds `policies/`. */
export function policyProse(bundle: Bundle, folder: string): ReadonlyMap<string, string> {
  const found = bundle.policyDocuments.flatMap(({ file, value }) => {
    const readme = join(folder, file.replace(/[^/]*$/, "README.md"));
    return existsSync(readme) ? [[value.id, readFileSync(readme, "utf8")] as const] : [];
  });
  return new Map(found);
}
