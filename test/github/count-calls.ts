import { REPOSITORY, startPair } from "./start-pair.ts";

const FILES = 100;
const ANNOTATIONS = 50;

/**
 * What the app asks of GitHub for one pull request of a hundred files and fifty annotations, the first it ever reads of
 * the repository: method and path of each request, without that for the token.
 */
export async function callsForOnePullRequest(): Promise<readonly string[]> {
  const pair = await startPair();
  const { github } = pair;
  const app = await pair.startApp({ sweepMilliseconds: 3_600_000 });
  const repository = github.createRepository({ ...REPOSITORY, files: { "policies/one/policy.yaml": "on" } });
  await app.idle();
  github.clearRequests();
  // The events of pushes and checks ask for something too, but not for this.
  github.setDeliveryPlan((event) => (event === "pull_request" ? "deliver" : "lose"));
  const files = Array.from({ length: FILES }, (_, index) => {
    return [`manifests/${index}.yaml`, `${index}\n${index < ANNOTATIONS ? "BLOCK\n" : ""}`] as const;
  });
  const { head } = pair.propose(repository, Object.fromEntries(files));
  await pair.quiet(app);
  const annotated = github.checkRuns(repository, head).at(-1)?.annotations.length;
  if (annotated !== ANNOTATIONS) throw new Error(`${annotated} annotations were written, not ${ANNOTATIONS}`);
  const calls = github.requests.filter(({ path }) => !path.endsWith("/access_tokens"));
  await pair.close();
  return calls.map(({ method, path }) => `${method} ${path}`);
}
