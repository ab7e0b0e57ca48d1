import { vendorView } from "../../registry/vendor-view.ts";
import { asOf } from "../as-of.ts";
import { flawInNew } from "../flaw-in-new.ts";
import { CLEAN, type Io } from "../io.ts";
import { openWorkspace } from "../open-workspace.ts";
import { vendorTemplate } from "../templates/vendor-template.ts";
import { UsageError } from "../usage-error.ts";
import { type NewFileOptions, writeNew } from "../write-new.ts";

interface NewVendorOptions extends NewFileOptions {
  readonly id?: string;
  readonly country?: string;
  readonly asOf?: string;
  readonly policies?: string;
}

/** Writes a registry file for one company, to fill in with dated and sourced facts. */
export async function newVendor(name: string, options: NewVendorOptions, io: Io): Promise<number> {
  const date = asOf(options.asOf, io);
  const id = (options.id ?? name).replace(/^vendor:/, "");
  const key = options.id === undefined ? keyOf(id) : id;
  if (key === "") {
    throw new UsageError(
      `no id can be made from \`${name}\``,
      "give one with `--id`, such as `vendor:taldor`",
    );
  }
  const { registry } = openWorkspace(io, { policies: options.policies, gate: false }).bundle;
  const { resolution } = vendorView(registry, name, date);
  if (resolution.kind === "resolved") {
    throw new UsageError(
      `the registry knows \`${name}\` already`,
      `add facts to the file it stands in; \`bylaw vendor ${JSON.stringify(name)}\` shows what is known`,
    );
  }
  const text = vendorTemplate({ id: key, name, country: options.country }, date);
  const flaw = flawInNew(text, "VendorRegistry");
  if (flaw !== undefined) throw new UsageError(flaw.message, flaw.help);
  writeNew(text, options, io);
  return CLEAN;
}

/** The letters and digits of a name in lower case, parted by hyphens. */
function keyOf(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "");
}
