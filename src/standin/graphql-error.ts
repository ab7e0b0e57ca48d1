/**
 * Answered as a GraphQL error, with status 200. With a `type`, such as `NOT_FOUND`, only the field it
 * stands at is lost; without one the query itself is refused.
 */
export class GraphqlError extends Error {
  readonly type: string | undefined;

  constructor(message: string, type?: string) {
    super(message);
    this.name = "GraphqlError";
    this.type = type;
  }
}
