// Rewrites examples/*/expected.yaml from what the engine says now. Read the difference before you commit it:
// the files are what the examples must say, not what they happen to say.
import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { dump } from "js-yaml";

const root = fileURLToPath(new URL("..", import.meta.url));
const AS_OF = "2026-11-23";

for (const municipality of readdirSync(`${root}examples`)) {
  const folder = `${root}examples/${municipality}/manifests`;
  if (!existsSync(folder)) continue;
  const report = reportOn(folder);
  const manifests = {};
  for (const { id, file, tier, verdict } of report.manifests) {
    const findings = report.findings
      .filter((finding) => finding.location.file === file)
      .map(({ rule, clause, effect, state, outcome, fact, subject }) => ({
        rule,
        clause,
        effect,
        state,
        outcome,
        fact,
        subject,
      }))
      .sort((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
    manifests[id ?? file] = { tier, verdict, findings };
  }
  const text = dump({ manifests }, { flowLevel: 4, lineWidth: -1, noRefs: true });
  writeFileSync(
    `${root}examples/${municipality}/expected.yaml`,
    `# What the shipped policies say of these manifests on ${AS_OF}: every finding, and no other.\nas_of: ${AS_OF}\n${text}`,
  );
}

function reportOn(folder) {
  const args = [
    `${root}bin/bylaw.js`,
    "check",
    folder,
    "--as-of",
    AS_OF,
    "--format",
    "json",
    "--fail-on",
    "block",
  ];
  try {
    return JSON.parse(
      execFileSync(process.execPath, args, {
        cwd: root,
        maxBuffer: 1 << 28,
        stdio: ["ignore", "pipe", "ignore"],
      }),
    );
  } catch (error) {
    if (error.status !== 1) throw error;
    return JSON.parse(error.stdout);
  }
}
