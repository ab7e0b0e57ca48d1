import { APP_PERMISSIONS } from "../api/app-permissions.ts";
import { lackingPermissions } from "../api/lacking-permissions.ts";
import { type Diagnosis, note, well, wrong } from "./diagnosis.ts";

/** What an app or an installation may do against what this app asks for: too little, too much or right. */
export function examinePermissions(
  whose: string,
  granted: Readonly<Record<string, unknown>>,
  help: string,
): readonly Diagnosis[] {
  const lacking = lackingPermissions(granted);
  const excess = Object.entries(granted).flatMap(([name, level]) => excessOf(name, level) ?? []);
  return [
    ...lacking.map((permission) => wrong(`${whose} lacks the permission \`${permission}\``, help)),
    ...(excess.length === 0
      ? []
      : [
          note(
            `${whose} has more permissions than are used: ${excess.map((each) => `\`${each}\``).join(", ")}`,
            "take them away in the app's settings, so that a stolen key opens less",
          ),
        ]),
    ...(lacking.length + excess.length === 0 ? [well(`${whose} has exactly the permissions it needs`)] : []),
  ];
}

function excessOf(name: string, level: unknown): string | undefined {
  const asked = Object.entries(APP_PERMISSIONS).find(([each]) => each === name)?.[1];
  // With issues: write the app can show that it heard a command; `docs/operating.md` offers it.
  if (asked === level || asked === "write" || (name === "issues" && level === "write")) return undefined;
  return `${name}: ${level}`;
}
