import type { JsonValue } from "../model/document.ts";
import { GraphqlError } from "./graphql-error.ts";
import type { World } from "./world.ts";

/** What a query sees: the world, and what the token may read of it. */
export interface Graph {
  readonly world: World;
  readonly can: (permission: string) => boolean;
}

export type GraphArguments = Readonly<Record<string, JsonValue>>;

/** Answers a field. `report` adds an error without stopping the query. */
export type GraphField = (args: GraphArguments, report: (error: GraphqlError) => void) => GraphValue;

/** An object of the graph: its type, the interfaces it can be selected by, and how its fields are answered. */
export interface GraphObject {
  readonly type: string;
  readonly as: readonly string[];
  readonly fields: Readonly<Record<string, GraphField>>;
}

export type GraphValue = JsonValue | GraphObject | readonly (GraphObject | null)[];

/** A field that is forbidden to tokens without the permission to read it. */
export function guarded(graph: Graph, permission: string, field: GraphField): GraphField {
  if (graph.can(permission)) return field;
  return () => {
    throw new GraphqlError("Resource not accessible by integration", "FORBIDDEN");
  };
}
