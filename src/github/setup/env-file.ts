import { writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { NewApp } from "./convert-code.ts";

/** The variables that a new app is run with, one a line; the key on one line. */
export function envText({ id, privateKey, webhookSecret }: NewApp, apiUrl: string): string {
  return [
    `APP_ID=${id}`,
    `PRIVATE_KEY="${privateKey.trim().replaceAll("\n", "\\n")}"`,
    `WEBHOOK_SECRET=${webhookSecret}`,
    `GITHUB_API_URL=${apiUrl}`,
    "",
  ].join("\n");
}

/** Writes them to `.env` in a folder, readable by its owner alone. A file that is there already is left as it is: `false`. */
export async function writeEnvFile(folder: string, text: string): Promise<boolean> {
  try {
    await writeFile(join(folder, ".env"), text, { mode: 0o600, flag: "wx" });
    return true;
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "EEXIST") return false;
    throw error;
  }
}
