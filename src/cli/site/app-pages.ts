import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { APP_ASSETS } from "../../github/server/app-assets.ts";
import type { AppPage, AppPages } from "../../github/server/app-pages.ts";
import { LANGUAGES } from "../../model/language.ts";
import { appHome } from "../../web/app/app-home.ts";
import { preferredLanguage } from "../../web/app/preferred-language.ts";
import { packageRoot } from "../package-root.ts";

const ASSETS = [
  { path: `${APP_ASSETS}/site.css`, type: "text/css; charset=utf-8" },
  { path: `${APP_ASSETS}/icon.svg`, type: "image/svg+xml" },
] as const;

/** The page at the app's address, in the language that `?lang=` or the browser asks for, and what it loads of the site. */
export function appPages(): AppPages {
  const assets = new Map<string, AppPage>(
    ASSETS.flatMap(({ path, type }) => {
      const file = join(packageRoot(), "dist/browser", path.slice(APP_ASSETS.length));
      return existsSync(file) ? [[path, { type, body: readFileSync(file) }] as const] : [];
    }),
  );
  return ({ path, query, languages }, state) => {
    if (path !== "/") return assets.get(path);
    const asked = LANGUAGES.find((language) => language === query.get("lang"));
    const app =
      state.mode === "setup"
        ? ({ state: "setup", reasons: [], role: "all" } as const)
        : ({ ...state, state: state.ready ? "ready" : "waiting" } as const);
    const body = appHome(
      { ...app, siteUrl: state.siteUrl, assets: APP_ASSETS },
      asked ?? preferredLanguage(languages),
    );
    return { type: "text/html; charset=utf-8", body };
  };
}
