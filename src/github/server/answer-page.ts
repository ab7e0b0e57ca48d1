import type { IncomingMessage, ServerResponse } from "node:http";
import type { AppPages, AppState } from "./app-pages.ts";

/** Answers with a page, if there is one for what was asked; `false` leaves the request to others. */
export function answerPage(
  request: IncomingMessage,
  response: ServerResponse,
  { pages, state }: { readonly pages: AppPages | undefined; readonly state: () => AppState },
): boolean {
  if (pages === undefined || (request.method !== "GET" && request.method !== "HEAD")) return false;
  const address = request.url ?? "/";
  // The app has no business with an address it cannot read.
  if (!address.startsWith("/") || !URL.canParse(address, "http://app")) return false;
  const { pathname: path, searchParams: query } = new URL(address, "http://app");
  const page = pages({ path, query, languages: request.headers["accept-language"] ?? "" }, state());
  if (page === undefined) return false;
  response.writeHead(200, { ...pageHeaders("'none'"), "content-type": page.type, vary: "accept-language" });
  response.end(request.method === "HEAD" ? undefined : page.body);
  return true;
}

/** No script, nothing from elsewhere, and nothing kept; `formAction` says where forms may lead. */
export function pageHeaders(formAction: string): Readonly<Record<string, string>> {
  return {
    "content-security-policy": `default-src 'none'; style-src 'self'; img-src 'self'; form-action ${formAction}; frame-ancestors 'none'; base-uri 'none'`,
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "x-content-type-options": "nosniff",
  };
}
