import type { Document } from "../../src/model/document.ts";
import type { PolicyDocument } from "../../src/model/generated/policy.ts";
import { loadDocument } from "../../src/parse/load-document.ts";

const HEADER = `apiVersion: bylaw/v1
kind: Policy
version: 1.0.0
status: active
jurisdiction: IL
owner: reviewers
title: { en: Test policy }
id: test-policy
sources: {}
changes:
  - { version: 1.0.0, date: 2026-07-01, summary: { en: First version } }
`;

/** A policy from the lines a test is about; what it leaves out of the head of the file is filled in. */
export function policyFrom(yaml: string): Document<PolicyDocument> {
  const has = (key: string) => new RegExp(`^${key}:`, "m").test(yaml);
  const head = [...HEADER.matchAll(/^(\w+):.*\n(?: .*\n)*/gm)]
    .filter(([, key]) => !has(String(key)))
    .map(([entry]) => entry);
  const text = [yaml.trim(), "\n", ...head].join("");
  const source = {
    file: `policies/${/^id: (.*)$/m.exec(text)?.[1]}/policy.yaml`,
    bytes: new TextEncoder().encode(text),
    mode: "100644",
  } as const;
  const loaded = loadDocument(source, { gate: true, kind: "Policy" });
  if (loaded.ok) return loaded.document;
  throw new Error(loaded.problems.map(({ message, location }) => `${location.line}: ${message}`).join("\n"));
}

/** A policy with one rule; the lines are the rule's own beyond id, texts and severity. */
export function ruleFrom(lines: string, rest = ""): Document<PolicyDocument> {
  const body = lines
    .trim()
    .split("\n")
    .map((line) => `    ${line}`)
    .join("\n");
  const filled = [
    /^ {4}effect:/m.test(body) || /^ {4}kept_by:/m.test(body) ? "" : "    effect: block\n",
    /^ {4}stages:/m.test(body) || /^ {4}kept_by:/m.test(body)
      ? ""
      : "    stages: [definition, decommissioning]\n",
  ].join("");
  const rule = `rules:\n  - id: TST-01\n    title: { en: Test rule }\n    why: { en: Because }\n    severity: high\n`;
  return policyFrom(`${rule}${filled}${body}\n${rest}`);
}
