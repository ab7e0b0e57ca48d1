import { randomBytes } from "node:crypto";
import { GithubError } from "../api/github-error.ts";
import { appManifest } from "./app-manifest.ts";
import { convertCode, type NewApp } from "./convert-code.ts";
import { envText, writeEnvFile } from "./env-file.ts";
import { confirmPage, createdPage, sentencePage } from "./setup-pages.ts";
import { webUrl } from "./web-url.ts";

/** A page and how it is answered. */
export interface SetupAnswer {
  readonly status: number;
  readonly html: string;
}

/** The steps from a form to the credentials of a new app. Each is allowed only to a browser that took the one before. */
export interface Creation {
  register(query: URLSearchParams, origin: string): SetupAnswer;
  created(query: URLSearchParams): Promise<SetupAnswer>;
  write(form: URLSearchParams): Promise<SetupAnswer>;
}

/** GitHub's codes live as long. */
const LIFE = 60 * 60 * 1_000;

/** States under way at a time; the oldest is forgotten first. */
const MOST = 20;

/** Begins with nothing under way. Credentials are kept in memory until they are written or the process ends. */
export function createCreation({
  apiUrl,
  folder,
}: {
  readonly apiUrl: string;
  readonly folder: string;
}): Creation {
  const begun = new Map<string, number>();
  const made = new Map<string, NewApp>();

  return {
    register(query, origin) {
      const address = publicAddress(query.get("address"));
      const [organisation, name] = [query.get("organisation")?.trim() ?? "", query.get("name")?.trim() ?? ""];
      if (address === undefined)
        return refuse("the public address has to begin with https:// and have no path");
      if (!/^[A-Za-z0-9-]{0,39}$/.test(organisation)) return refuse("that is no name of an organisation");
      if (!/^.{1,34}$/.test(name)) return refuse("the app's name has 1 to 34 characters");
      const state = randomBytes(32).toString("hex");
      begun.set(state, Date.now());
      for (const oldest of [...begun.keys()].slice(0, Math.max(0, begun.size - MOST))) begun.delete(oldest);
      const place = organisation === "" ? "" : `/organizations/${organisation}`;
      const action = `${webUrl(apiUrl)}${place}/settings/apps/new?state=${state}`;
      const manifest = appManifest({ name, address, back: `${origin}/created` });
      return { status: 200, html: confirmPage(action, manifest) };
    },

    async created(query) {
      const [state, code] = [query.get("state") ?? "", query.get("code") ?? ""];
      const since = begun.get(state);
      begun.delete(state);
      // A code that somebody else sent a browser here with would make this the app of somebody else.
      if (since === undefined || Date.now() - since > LIFE)
        return refuse("this was not begun here, or too long ago");
      if (!/^[\w-]{1,100}$/.test(code)) return refuse("GitHub sent no code");
      try {
        const app = await convertCode(apiUrl, code);
        made.set(state, app);
        return { status: 200, html: createdPage(app, { text: envText(app, apiUrl), state }) };
      } catch (error) {
        if (!(error instanceof GithubError)) throw error;
        return refuse(`${error.message}. Delete the app on GitHub, if it is there, and begin again`);
      }
    },

    async write(form) {
      const state = form.get("state") ?? "";
      const app = made.get(state);
      if (app === undefined) return refuse("these credentials are not here any more");
      if (!(await writeEnvFile(folder, envText(app, apiUrl)))) {
        return refuse(
          "there is a file .env already, which was left as it is; copy the lines into it by hand",
        );
      }
      made.delete(state);
      return {
        status: 200,
        html: sentencePage("Written", "The credentials are in .env, for your eyes alone."),
      };
    },
  };
}

function refuse(why: string): SetupAnswer {
  return { status: 400, html: sentencePage("This did not work", `${why}.`) };
}

function publicAddress(text: string | null): URL | undefined {
  const given = text?.trim() ?? "";
  const url = URL.canParse(given) ? new URL(given) : undefined;
  const isBare = url?.protocol === "https:" && url.pathname === "/" && url.search === "" && url.hash === "";
  return isBare && url.username === "" && url.password === "" ? url : undefined;
}
