import type { ServeConfiguration } from "../settings/configuration-from-environment.ts";
import type { Readiness } from "./readiness.ts";

/** What somebody asks the app's address for with a browser. */
interface PageRequest {
  readonly path: string;
  readonly query: URLSearchParams;
  /** `Accept-Language`, as it was sent. */
  readonly languages: string;
}

export interface AppPage {
  /** As in `Content-Type`. */
  readonly type: string;
  readonly body: string | Uint8Array;
}

/** How the app is, in what strangers may know of it. `setup`: without credentials. */
export type AppState = Pick<ServeConfiguration, "siteUrl"> &
  ({ readonly mode: "setup" } | ({ readonly mode: "app" } & Pick<ServeConfiguration, "role"> & Readiness));

/** The pages at the app's address, and what they load; `undefined` for what is none. Whoever starts the app brings them. */
export type AppPages = (request: PageRequest, state: AppState) => AppPage | undefined;
