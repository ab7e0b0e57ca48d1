import {
  appendFileSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  statSync,
  truncateSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { run } from "../../src/cli/run.ts";
import type { CommandRecord } from "../../src/github/audit/audit-record.ts";
import { openAuditLog } from "../../src/github/audit/open-audit-log.ts";
import { verifyAuditLog } from "../../src/github/audit/verify-audit-log.ts";

const HOW = { engine: "1.0.0", now: () => new Date("2026-11-23T12:00:00Z") };

function command(user: string): CommandRecord {
  return {
    kind: "command",
    installation: 1,
    repository: "northport/systems",
    pull_request: 7,
    comment: 9,
    user,
    command: "recheck",
    allowed: true,
  };
}

const folder = (): string => mkdtempSync(join(tmpdir(), "bylaw-audit-"));

/** A log of one opening and three commands, with the hashes they were acknowledged by. */
async function written(): Promise<{ readonly file: string; readonly hashes: readonly string[] }> {
  const file = join(folder(), "audit.jsonl");
  const log = await openAuditLog(file, HOW);
  const hashes = await Promise.all(["dana", "ruth", "omar"].map((user) => log.record(command(user))));
  await log.close();
  return { file, hashes: hashes.map(String) };
}

function rewrite(file: string, change: (lines: readonly string[]) => readonly string[]): void {
  const lines = readFileSync(file, "utf8").trimEnd().split("\n");
  writeFileSync(file, `${change(lines).join("\n")}\n`);
}

/** What `bylaw audit verify` says, and how it ends. */
async function verify(...args: readonly string[]): Promise<{ readonly code: number; readonly said: string }> {
  let said = "";
  const take = (text: string): void => {
    said += text;
  };
  const io = { cwd: "/", env: {}, terminal: false, out: take, err: take, today: () => "2026-11-23" };
  return { code: await run(["audit", "verify", ...args], io), said };
}

describe("an audit log", () => {
  test("is intact as it was written, and goes on where another process left it", async () => {
    const { file, hashes } = await written();
    expect(await verifyAuditLog(file)).toEqual({ ok: true, end: { entries: 4, head: hashes.at(-1) } });
    const log = await openAuditLog(file, HOW);
    const head = await log.record(command("dana"));
    await log.close();
    expect(await verify(file)).toEqual({ code: 0, said: `${file}: intact, 6 entries, head ${head}\n` });
    // A hash that was noted down earlier stands in a longer chain still.
    expect(await verify(file, "--head", hashes[0] ?? "")).toMatchObject({ code: 0 });
  });

  test("is for its owner's eyes alone, and has a file for each machine in a folder", async () => {
    const place = join(folder(), "audit");
    const log = await openAuditLog(`${place}/`, HOW);
    await log.close();
    const [name = ""] = readdirSync(place);
    expect(name).toMatch(/\.jsonl$/);
    expect(statSync(join(place, name)).mode & 0o777).toBe(0o600);
  });

  test.for([
    ["an edit", (lines) => lines.map((line) => line.replace('"ruth"', '"rosa"')), 3, "was edited"],
    [
      "a space",
      (lines) => lines.map((line, n) => (n === 2 ? line.replace(",", ", ") : line)),
      3,
      "was edited",
    ],
    ["a removal", (lines) => lines.filter((_, n) => n !== 2), 3, "entries before this one are missing"],
    ["a missing beginning", (lines) => lines.slice(1), 1, "entries before this one are missing"],
    [
      "two in the wrong order",
      ([a = "", b = "", c = "", d = ""]) => [a, c, b, d],
      2,
      "entries before this one",
    ],
    ["a repetition", ([a = "", b = "", ...rest]) => [a, b, b, ...rest], 3, "stands here twice"],
    ["something else", (lines) => [...lines.slice(0, 2), "{}", ...lines.slice(2)], 3, "is no entry"],
  ] as readonly (readonly [string, (lines: readonly string[]) => readonly string[], number, string])[])(
    "shows %s and where it is",
    async ([, change, line, said]) => {
      const { file } = await written();
      rewrite(file, change);
      const answer = await verify(file);
      expect(answer).toEqual({ code: 1, said: expect.stringContaining(`broken at line ${line}: `) });
      expect(answer.said).toContain(said);
      await expect(openAuditLog(file, HOW)).rejects.toThrow(`\`AUDIT_LOG\` is broken at line ${line}`);
    },
  );

  test("shows an entry of another log in its place", async () => {
    const [one, other] = [await written(), join(folder(), "audit.jsonl")];
    const log = await openAuditLog(other, HOW);
    for (const user of ["a", "b", "c"]) await log.record(command(user));
    await log.close();
    const [, , third = ""] = readFileSync(other, "utf8").split("\n");
    rewrite(one.file, (lines) => lines.map((line, n) => (n === 2 ? third : line)));
    expect((await verify(one.file)).said).toContain("line 3: this entry follows another");
  });

  test("shows a cut end to whoever knows a later hash, and to nobody else", async () => {
    const { file, hashes } = await written();
    rewrite(file, (lines) => lines.slice(0, -1));
    expect(await verify(file)).toMatchObject({ code: 0 });
    const answer = await verify(file, "--head", hashes.at(-1) ?? "");
    expect(answer).toEqual({ code: 1, said: expect.stringContaining("the end was cut") });
  });

  test("takes away and records the entry that a killed process did not finish", async () => {
    const { file } = await written();
    truncateSync(file, statSync(file).size - 5);
    expect(await verify(file)).toMatchObject({
      code: 1,
      said: expect.stringContaining("the last entry is cut"),
    });
    const log = await openAuditLog(file, HOW);
    await log.close();
    expect(await verify(file)).toMatchObject({ code: 0 });
    expect(readFileSync(file, "utf8")).toMatch(/"kind":"opened","engine":"1.0.0","unfinished_bytes":\d{3}/);
  });

  test("takes nothing more once somebody else has written to it", async () => {
    const file = join(folder(), "audit.jsonl");
    const log = await openAuditLog(file, HOW);
    appendFileSync(file, "{}\n");
    await expect(log.record(command("dana"))).rejects.toThrow("another process writes to it");
    await log.close();
  });

  test("holds no line break or terminal command that a name brings along", async () => {
    const file = join(folder(), "audit.jsonl");
    const log = await openAuditLog(file, HOW);
    await log.record(command('eve\r\n{"entry":9}\u001b[2J\u009b1m\u2028'));
    await log.close();
    expect(readFileSync(file, "utf8")).toMatch(/^[ -~\n]*$/);
    expect(await verify(file)).toMatchObject({ code: 0 });
  });

  test.for([
    ["a file that is not there", ["/nowhere/audit.jsonl"], "`/nowhere/audit.jsonl` cannot be read (ENOENT)"],
    ["a hash that is none", ["x", "--head", "abc"], "`--head` is no hash"],
    ["two chains for one hash", ["x", "y", "--head", "0".repeat(64)], "the hash of one chain"],
    ["no file", [], "missing"],
  ] as const)("cannot be verified with %s: exit 2", async ([, args, said]) => {
    expect(await verify(...args)).toEqual({ code: 2, said: expect.stringContaining(said) });
  });

  test("says in one line where it cannot be written", async () => {
    await expect(openAuditLog("/nowhere/audit.jsonl", HOW)).rejects.toThrow("`AUDIT_LOG` cannot be written");
  });
});
