import { existsSync } from "node:fs";
import { resolve } from "node:path";
import { Argument, Command, CommanderError, type OutputConfiguration } from "commander";
import { ENGINE_VERSION } from "../engine/engine-version.ts";
import { check } from "./commands/check.ts";
import { SHELLS } from "./completion-scripts.ts";
import { describeImport } from "./describe-import.ts";
import { type Act, describeNew } from "./describe-new.ts";
import { FAILED, type Io } from "./io.ts";
import {
  asOf,
  failOn,
  formats,
  language,
  languageOrNone,
  lent,
  noCache,
  outputs,
  policies,
  siteView,
  textJsonOrMarkdown,
  textOrJson,
  threads,
} from "./options.ts";
import { UsageError } from "./usage-error.ts";
import { usageWords } from "./usage-words.ts";

/** Runs one command and returns its exit code. Never exits, never throws. */
export async function run(argv: readonly string[], io: Io): Promise<number> {
  let code = 0;
  const program = describe(io, async (action) => {
    code = await action();
  });
  try {
    await program.parseAsync(await withDefaultCommand(argv, program, io), { from: "user" });
    return code;
  } catch (error) {
    if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : FAILED;
    io.err(failure(error));
    return FAILED;
  }
}

/** `bylaw`, `bylaw path …` and `bylaw --format json` mean `bylaw check …`. */
async function withDefaultCommand(argv: readonly string[], program: Command, io: Io): Promise<string[]> {
  const [first] = argv;
  const names = program.commands.map((command) => command.name());
  const about = ["help", "--help", "-h", "--version", "-V"];
  if (first !== undefined && [...names, ...about].includes(first)) return [...argv];
  if (first !== undefined && /^[a-z]+$/.test(first) && !existsSync(resolve(io.cwd, first))) {
    const { distance } = await import("fastest-levenshtein");
    const near = names.filter((name) => distance(name, first) <= 2);
    const help =
      near.length > 0
        ? `name a command; the nearest is \`${near.join("`, `")}\``
        : "run `bylaw --help` for the commands";
    throw new UsageError(`there is no command, file or folder \`${first}\``, help);
  }
  return ["check", ...argv];
}

function failure(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  // Told by its help, not its class: what a command loads later has classes of its own.
  if (error instanceof Error && "help" in error) return `error: ${text}\n  = help: ${error.help}\n`;
  return `error: ${text}\n  = help: run it again; if it stays, report it with this line and \`bylaw --version\`\n`;
}

function describe(io: Io, act: Act): Command {
  const program = new Command("bylaw")
    .description("Checks municipal deployment manifests against versioned policies.")
    .version(ENGINE_VERSION)
    .showSuggestionAfterError()
    .exitOverride()
    .configureOutput(printing(io));

  add("check", "evaluate manifests (the default command)")
    .argument("[paths...]", "files or folders (default: every manifest the configuration names)")
    .addOption(asOf())
    .addOption(policies())
    .addOption(formats())
    .addOption(outputs())
    .addOption(language("findings"))
    .addOption(failOn("an open finding"))
    .option(
      "--changed-since <ref>",
      "only files that differ from where this branch left a branch, tag or commit",
    )
    .option("--fix", "write the fixes that make their rule pass", false)
    .option("--gate", "ask a second parser about every file, as the app does", false)
    .addOption(noCache())
    .addOption(threads())
    .action((paths, options) => act(() => check(paths, options, io)));

  add("review", "what the app would say about a branch, as the Markdown it would post")
    .argument("<range>", "BASE..HEAD")
    .addOption(asOf())
    .addOption(languageOrNone("the words (default: the configuration's)"))
    .addOption(lent())
    .action((range, options) =>
      act(async () => (await import("./commands/review.ts")).reviewRange(range, options, io)),
    );

  add("validate", "check policies, registry, plan, waivers, approvals and arrangements")
    .addOption(policies())
    .action((options) => act(async () => (await import("./commands/validate.ts")).validate(options, io)));

  add("test", "the examples of the policy pages, and whether they would notice a change of any condition")
    .argument("[policies...]", "ids of policies (default: all)")
    .addOption(policies())
    .addOption(textOrJson())
    .action((names, options) =>
      act(async () => (await import("./commands/test.ts")).testCommand(names, options, io)),
    );

  add("diff", "how two sets of policies compare: tighter, looser, mixed, with a case for each direction")
    .argument("<base>", "a branch, tag or commit, a folder, or POLICY@VERSION")
    .argument("[head]", "the same (default: the working tree)")
    .addOption(asOf())
    .addOption(textJsonOrMarkdown())
    .addOption(language("the words"))
    .action((base, head, options) =>
      act(async () => (await import("./commands/diff.ts")).diff(base, head, options, io)),
    );

  add("impact", "what a change of policies, registry or decisions does to the systems there are")
    .argument("<base>", "a branch, tag or commit, or a folder; its manifests are tried")
    .argument("[head]", "the same (default: the working tree)")
    .addOption(asOf())
    .addOption(textJsonOrMarkdown())
    .addOption(failOn("what newly fails"))
    .addOption(language("the words"))
    .addOption(noCache())
    .action((base, head, options) =>
      act(async () => (await import("./commands/impact.ts")).impact(base, head, options, io)),
    );

  add("explain", "a rule in words, or one decision fact by fact")
    .argument("<subject>", "a rule id, or a manifest (file or id) followed by a rule id")
    .argument("[rule]", "rule id, after a manifest")
    .addOption(asOf())
    .addOption(policies())
    .addOption(language("the words"))
    .action((subject, rule, options) =>
      act(async () => (await import("./commands/explain.ts")).explain(subject, rule, options, io)),
    );

  add("vendor", "who a company is: control, product origin, listings, as of a date")
    .argument("<name>", "name as written, or an id such as vendor:huawei")
    .addOption(asOf())
    .addOption(policies())
    .addOption(textOrJson())
    .action((name, options) =>
      act(async () => (await import("./commands/vendor.ts")).vendor(name, options, io)),
    );

  add("inventory", "the national picture: coverage, tiers, functions, vendors, outcomes, objectives, gaps")
    .argument("[paths...]", "files or folders (default: every manifest the configuration names)")
    .addOption(asOf())
    .addOption(policies())
    .addOption(textOrJson())
    .action((paths, options) =>
      act(async () => (await import("./commands/inventory.ts")).inventory(paths, options, io)),
    );

  const register = add("import", "compare a register that others publish with this one");
  describeImport((name, description) => addTo(register, name, description), io, act);

  const scaffold = add("new", "write a new file from a template");
  describeNew((name, description) => addTo(scaffold, name, description), io, act);

  add("docs", "write the policy pages under docs/policies, in three languages")
    .option("--check", "write nothing; fail where a page is missing, stale or left over", false)
    .action((options) => act(async () => (await import("./commands/docs.ts")).docs(options, io)));

  add("site", "build the site about policies, systems and vendors, in three languages")
    .requiredOption("--out <folder>", "folder to fill; it must be empty, new, or of an earlier build")
    .addOption(asOf())
    .addOption(policies())
    .option("--base <path>", "where the site will stand: a path such as /bylaw/, or an address", "/")
    .addOption(siteView())
    .option("--repository <url>", "where the files can be read (default: as a GitHub workflow names it)")
    .option("--serve", "show it on this machine when it is built", false)
    .option("--port <port>", "port to show it on", "4320")
    .action((options) => act(async () => (await import("./commands/site.ts")).site(options, io)));

  add("completion", "the script that completes commands, options and values in a shell")
    .addArgument(new Argument("<shell>", "the shell").choices(SHELLS))
    .argument("[words...]", "what is typed so far, after `--`; the script passes it")
    .action((shell, words) =>
      act(async () => (await import("./commands/completion.ts")).completion(shell, words, program, io)),
    );

  add("serve", "the GitHub app")
    .option(
      "--role <role>",
      "all, web (takes events) or worker (reviews and sweeps); the last two need REDIS_URL",
    )
    .action((options) => act(async () => (await import("./commands/serve.ts")).serveApp(options, io)));

  add("doctor", "whether the app can run: configuration, credentials, permissions, webhook, rules").action(
    () => act(async () => (await import("./commands/doctor.ts")).doctor(io)),
  );

  add("reconcile", "review what the app missed: one sweep by hand, with the environment of `serve`")
    .option("--dry-run", "say what is due and why, and do nothing", false)
    .action((options) =>
      act(async () => (await import("./commands/reconcile.ts")).reconcileCommand(options, io)),
    );

  const audit = add("audit", "the app's record of what it decided");
  addTo(audit, "verify", "say whether the chain of an audit log is intact, or where it breaks")
    .argument("<files...>", "files that `AUDIT_LOG` made")
    .option("--head <hash>", "a hash of the chain noted down earlier: says whether the end was cut since")
    .action((files, options) =>
      act(async () => (await import("./commands/audit.ts")).verifyAudit(files, options, io)),
    );

  add(
    "demo",
    "the app against an embedded stand-in for GitHub: a pull request, its review, the fix, the second review",
  )
    .option("--once", "print both reviews and exit", false)
    .option("--port <port>", "port of the page that shows the pull request", "4310")
    .action((options) => act(async () => (await import("./commands/demo.ts")).demo(options, io)));

  return program;

  function add(name: string, description: string): Command {
    return addTo(program, name, description);
  }

  function addTo(parent: Command, name: string, description: string): Command {
    return parent.command(name).description(description).exitOverride().configureOutput(printing(io));
  }
}

/** Where the parser of options writes, and how it says what went wrong. */
function printing(io: Io): OutputConfiguration {
  return { writeOut: io.out, writeErr: io.err, outputError: (text, write) => write(usageWords(text)) };
}
