import type { Route } from "./api.ts";
import { rateHeaders } from "./rate-limit.ts";

/** What is left of the hour's requests; asking costs nothing. */
export const RATE_ROUTES: readonly Route[] = [
  {
    method: "GET",
    path: "/rate_limit",
    handle({ world, actor }) {
      const headers = rateHeaders(world, actor);
      const core = {
        limit: Number(headers["x-ratelimit-limit"]),
        remaining: Number(headers["x-ratelimit-remaining"]),
        reset: Number(headers["x-ratelimit-reset"]),
        used: Number(headers["x-ratelimit-used"]),
        resource: "core",
      };
      return {
        status: 200,
        body: {
          resources: {
            core,
            search: { ...core, resource: "search" },
            graphql: { ...core, resource: "graphql" },
          },
          rate: core,
        },
      };
    },
  },
];
