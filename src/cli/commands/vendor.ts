import { type VendorView, vendorView } from "../../registry/vendor-view.ts";
import { asOf } from "../as-of.ts";
import { CLEAN, FOUND, type Io } from "../io.ts";
import { openWorkspace } from "../open-workspace.ts";
import { printProblems } from "../print-problems.ts";
import { vendorText } from "../vendor-text.ts";

interface VendorOptions {
  readonly asOf?: string;
  readonly policies?: string;
  readonly format: "text" | "json";
}

/** Prints who a company is on a date; the exit code says whether the name resolved. */
export async function vendor(name: string, options: VendorOptions, io: Io): Promise<number> {
  const date = asOf(options.asOf, io);
  const workspace = openWorkspace(io, { policies: options.policies, gate: false });
  if (workspace.problems.length > 0) return printProblems(workspace.problems, workspace.sources, io);
  const { registry } = workspace.bundle;
  const view = vendorView(registry, name, date);
  io.out(options.format === "json" ? json(view) : vendorText(view, (id) => registry.entity(id)?.name ?? id));
  return view.resolution.kind === "resolved" ? CLEAN : FOUND;
}

function json(view: VendorView): string {
  return `${JSON.stringify(view, (_, value: unknown) => (value instanceof Set ? [...value].sort() : value), 2)}\n`;
}
