import { type ChildProcess, fork } from "node:child_process";
import type { Node, NodeSource } from "./node.ts";

/** Nodes that wait, loaded and idle, so that a dead one is replaced at once. */
const SPARES = 2;

/** Nodes that are processes, ended by SIGKILL and frozen by SIGSTOP. `program` is what `node-program.ts` was built to. */
export function createProcessNodes(
  program: string,
  onLine: (agent: string, line: string) => void,
): NodeSource {
  const all = new Set<ChildProcess>();
  const spares: ChildProcess[] = [];
  let isOpen = true;

  function load(): ChildProcess {
    const child = fork(program, [], { stdio: ["ignore", "ignore", "pipe", "ipc"] });
    all.add(child);
    // That it is gone is what `exit` says.
    child.on("error", () => {});
    child.once("exit", () => all.delete(child));
    return child;
  }

  return {
    sort: "kill -9",
    start(settings) {
      // Whoever closes this ends everything, and what still asks for a node with it.
      if (!isOpen) return new Promise(() => {});
      const child = spares.shift() ?? load();
      while (spares.length < SPARES) spares.push(load());
      child.stderr?.setEncoding("utf8").on("data", (text: string) => onLine(settings.agent, text));
      return new Promise<Node>((resolve, reject) => {
        child.once("exit", () => {
          if (isOpen) reject(new Error(`the node \`${settings.agent}\` ended before it listened`));
        });
        child.once("message", (port) => resolve(nodeOf(child, settings.agent, Number(port))));
        child.send(settings);
      });
    },
    close() {
      isOpen = false;
      for (const child of all) child.kill("SIGKILL");
    },
  };
}

function nodeOf(child: ChildProcess, agent: string, port: number): Node {
  return {
    agent,
    port,
    kill: () => void child.kill("SIGKILL"),
    freeze(milliseconds) {
      child.kill("SIGSTOP");
      setTimeout(() => child.kill("SIGCONT"), milliseconds);
    },
  };
}
