import type { z } from "zod";
import type { AnyEndpoint } from "../routes/endpoint.ts";

/** Ids and words to put into addresses, by the name they have there. */
export type Ids = Readonly<Record<string, number | string>>;

/** The address of a route with these ids. */
export function addressOf(endpoint: Pick<AnyEndpoint, "path">, ids: Ids): string {
  return endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => String(ids[name] ?? 1));
}

/** The body a route's example shows, or none for a read. */
export function exampleBody(endpoint: AnyEndpoint): Readonly<Record<string, unknown>> | undefined {
  return endpoint.method === "get" ? undefined : (endpoint.examples.body ?? {});
}

/** What a list cannot be asked without, as the query of an address. */
export function requiredQuery({ query }: AnyEndpoint, values: Ids): string {
  const fields = Object.entries(query?.shape ?? {}) as [string, z.ZodType][];
  const needed = fields.filter(([, field]) => !field.safeParse(undefined).success);
  return new URLSearchParams(
    needed.map(([name]): [string, string] => [name, String(values[name])]),
  ).toString();
}
