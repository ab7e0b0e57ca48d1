import { takeInventory } from "../../engine/inventory/take-inventory.ts";
import type { Submitted } from "../../engine/submitted.ts";
import { loadDocument } from "../../parse/load-document.ts";
import { readSource } from "../../workspace/read-source.ts";
import { asOf } from "../as-of.ts";
import { inventoryText } from "../inventory-text.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { selectManifests } from "../select-manifests.ts";
import { workspaceSurroundings } from "../workspace-surroundings.ts";

interface InventoryOptions {
  readonly asOf?: string;
  readonly policies?: string;
  readonly format: "text" | "json";
}

/** Prints the national picture. What it lacks is part of the picture, so it is no reason to fail. */
export async function inventory(
  paths: readonly string[],
  options: InventoryOptions,
  io: Io,
): Promise<number> {
  const date = asOf(options.asOf, io);
  const workspace = openWorkspace(io, { policies: options.policies, gate: false });
  if (workspace.problems.length > 0) return printProblems(workspace.problems, workspace.sources, io);
  const { manifests } = selectManifests(paths, io.cwd, workspace);
  const submitted: Submitted[] = manifests.map((file) => {
    const source = readSource(workspace.root, file);
    return { source, loaded: loadDocument(source, { gate: false, kind: "Manifest" }) };
  });
  const surroundings = workspaceSurroundings(submitted, workspace);
  const picture = takeInventory(workspace.bundle, submitted, { asOf: date, surroundings });
  const { registry } = workspace.bundle;
  const nameOf = (id: string) => registry.entity(id)?.name ?? id;
  io.out(
    options.format === "json" ? `${JSON.stringify(picture, null, 2)}\n` : inventoryText(picture, nameOf),
  );
  return CLEAN;
}
