import type { AppContext } from "../server/app-context.ts";
import { numberAt, textAt } from "./answer.ts";
import type { Client } from "./client.ts";
import { GithubError } from "./github-error.ts";

/** Asks GitHub who the app is. Where GitHub does not know it, the error says what to look at. */
export async function readIdentity(app: Client): Promise<AppContext["identity"]> {
  const answer = await app.rest("GET /app").catch((error: unknown) => {
    if (!(error instanceof GithubError) || (error.status !== 401 && error.status !== 404)) throw error;
    const what =
      "GitHub does not know this app: check `APP_ID`, `PRIVATE_KEY`, `GITHUB_API_URL` and the clock";
    throw new GithubError(what, { kind: "unavailable", status: error.status, cause: error });
  });
  return { id: numberAt(answer, "id"), slug: textAt(answer, "slug") };
}
