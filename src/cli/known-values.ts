import type { KnownValues } from "./complete.ts";
import type { Io } from "./io.ts";
import { openWorkspace } from "./open-workspace.ts";

/** Rules, policies, vendors and manifests of the workspace, for completion; none where it cannot be read. */
export function knownValues(io: Io): KnownValues {
  return (of) => {
    const read = READ[of];
    if (read === undefined) return [];
    try {
      return read(openWorkspace({ ...io, err: () => undefined }, { gate: false }));
    } catch {
      // A word that cannot be completed is no reason to print an error in the middle of a command line.
      return [];
    }
  };
}

type Workspace = ReturnType<typeof openWorkspace>;

const rules = ({ bundle }: Workspace) =>
  bundle.policyDocuments.flatMap(({ value }) => value.rules.map(({ id }) => id));
const manifests = ({ files, classOf }: Workspace) => files.filter((file) => classOf(file) === "manifest");

const READ: Readonly<Record<string, (workspace: Workspace) => readonly string[]>> = {
  "explain subject": (workspace) => [...rules(workspace), ...manifests(workspace)],
  "explain rule": rules,
  "import list list": ({ bundle }) => bundle.registry.lists().map(({ id }) => id),
  "new waiver rule": rules,
  "new waiver manifest": manifests,
  "test policies": ({ bundle }) => bundle.policyDocuments.map(({ value }) => value.id),
  "vendor name": ({ bundle }) => bundle.registry.entities().map(({ id }) => id),
};
