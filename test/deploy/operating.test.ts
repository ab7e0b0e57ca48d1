import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { APP_PERMISSIONS } from "../../src/github/api/app-permissions.ts";
import { SUBSCRIBED_EVENTS } from "../../src/github/api/subscribed-events.ts";
import { createMetrics } from "../../src/github/server/metrics.ts";
import { ROOT } from "../load-repository.ts";
import { environmentVariables } from "./environment-variables.ts";

const GUIDE = readFileSync(join(ROOT, "docs/operating.md"), "utf8");

/** A section of the guide, without its heading. */
function section(title: string): string {
  return new RegExp(`^#+ ${title}\\n([\\s\\S]*?)(?=^## |^### |(?![\\s\\S]))`, "m").exec(GUIDE)?.[1] ?? "";
}

/** Names in code spans in the first column of a section's table. */
function named(title: string): readonly string[] {
  const rows = section(title)
    .split("\n")
    .filter((line) => line.startsWith("| `"));
  return rows
    .flatMap((row) => [...(row.split(" | ")[0] ?? "").matchAll(/`([^`]+)`/g)].map(([, name = ""]) => name))
    .sort();
}

const words = (name: string): string => name.replaceAll("_", " ");

describe("the operator's guide", () => {
  it("names every variable the app reads, and no other", () => {
    expect(environmentVariables().length).toBeGreaterThan(10);
    expect(named("Configure")).toEqual(environmentVariables());
  });

  it("names every metric, and no other", async () => {
    const { text } = await createMetrics(() => new Date()).read();
    const known = [...text.matchAll(/^# TYPE (bylaw_\w+)/gm)].map(([, name = ""]) => name).sort();
    expect(known.length).toBeGreaterThan(5);
    expect(named("Metrics")).toEqual(known);
  });

  it("names every permission and event of the app's registration", () => {
    const text = section("Create the app on GitHub");
    const permissions = Object.entries(APP_PERMISSIONS).map(([name, level]) => `${words(name)} ${level}`);
    expect([...permissions, ...SUBSCRIBED_EVENTS.map(words)].filter((each) => !text.includes(each))).toEqual(
      [],
    );
  });

  it("leads only to sections that are there", () => {
    const anchors = new Set(
      [...GUIDE.matchAll(/^#+ (.+)$/gm)].map(([, title = ""]) =>
        title
          .toLowerCase()
          .replace(/[^\w\- ]/g, "")
          .replaceAll(" ", "-"),
      ),
    );
    const links = [...GUIDE.matchAll(/\]\(#([^)]+)\)/g)].map(([, anchor = ""]) => anchor);
    expect(links.filter((link) => !anchors.has(link))).toEqual([]);
  });
});
