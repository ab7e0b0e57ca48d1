import { APP_PERMISSIONS } from "./app-permissions.ts";

/** Permissions the app asks for and was not granted, as `checks: write`; write includes read. */
export function lackingPermissions(granted: Readonly<Record<string, unknown>>): readonly string[] {
  return Object.entries(APP_PERMISSIONS)
    .filter(([name, level]) => granted[name] !== level && granted[name] !== "write")
    .map(([name, level]) => `${name}: ${level}`);
}
