import { answerRequests } from "./answer-requests.ts";
import type { Request } from "./protocol.ts";

// The engine of the check page, away from the page: whatever is pasted can hold up this thread alone.
const answer = answerRequests();
addEventListener("message", ({ data }: MessageEvent<Request>) => {
  try {
    postMessage({ answer: answer(data) });
  } catch (error) {
    postMessage({ failure: error instanceof Error ? error.message : String(error) });
  }
});
