import { fillDisk } from "./fill-disk.ts";
import type { NodeSettings } from "./node.ts";
import { serveNode } from "./serve-node.ts";
import { troubledFetch } from "./troubled-fetch.ts";

/** The program of a node that is a process of its own. It loads everything, then waits to be told how to start. */
process.once("disconnect", () => process.exit());
process.once("message", (message) => {
  // The other end is the harness of the same build.
  const settings = message as NodeSettings;
  shiftClock(settings.clockShift);
  const options = {
    fetch: troubledFetch(settings),
    write: (line: string) => process.stderr.write(line),
  };
  const withLog = (file: string) => {
    const environment = { ...settings.environment, AUDIT_LOG: file };
    return serveNode({ ...settings, environment }, options);
  };
  const starting = settings.isDiskFull ? fillDisk(withLog) : serveNode(settings, options);
  void starting.then(({ port }) => process.send?.(port));
});

/** Sets this process's clock wrong: the app, its libraries and its tokens all read it here. */
function shiftClock(shift: number): void {
  if (shift === 0) return;
  const Right = Date;
  const now = (): number => Right.now() + shift;
  globalThis.Date = new Proxy(Right, {
    construct: (target, given) => Reflect.construct(target, given.length === 0 ? [now()] : given),
    get: (target, name) => (name === "now" ? now : Reflect.get(target, name)),
  });
}
