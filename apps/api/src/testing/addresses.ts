import type { AnyEndpoint } from "../routes/endpoint.ts";

/** Ids to put into addresses, by the name they have there. */
export type Ids = Readonly<Record<string, number>>;

/** The address of a route with these ids. */
export function addressOf(endpoint: Pick<AnyEndpoint, "path">, ids: Ids): string {
  return endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => String(ids[name] ?? 1));
}

/** The body a route's example shows, or none for a read. */
export function exampleBody(endpoint: AnyEndpoint): Readonly<Record<string, unknown>> | undefined {
  return endpoint.method === "get" ? undefined : (endpoint.examples.body ?? {});
}
