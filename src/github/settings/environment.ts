import { EnvironmentError } from "./environment-error.ts";

/** The environment as a process has it. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** A whole number within bounds, `usual` where it is unset. */
export function integerIn(
  environment: Environment,
  name: string,
  { least, most, usual }: { readonly least: number; readonly most: number; readonly usual: number },
): number {
  const given = variable(environment, name);
  if (given === undefined) return usual;
  const value = Number(given);
  if (/^\d+$/.test(given) && value >= least && value <= most) return value;
  throw new EnvironmentError(
    `\`${name}\` is no whole number from ${least} to ${most}`,
    "correct or unset it",
  );
}

/** What stands between commas. */
export function listIn(environment: Environment, name: string): readonly string[] {
  const given = variable(environment, name) ?? "";
  return given.split(",").flatMap((item) => item.trim() || []);
}

/** One variable; set to nothing it counts as not set. */
export function variable(environment: Environment, name: string): string | undefined {
  const value = environment[name]?.trim();
  return value === "" ? undefined : value;
}
