import type { z } from "zod";
import type { AnyEndpoint } from "../routes/endpoint.ts";

/** Path parameters by name. */
export type Ids = Readonly<Record<string, number | string>>;

/** The path of a route with these parameters. */
export function addressOf(endpoint: Pick<AnyEndpoint, "path">, ids: Ids): string {
  return endpoint.path.replace(/:(\w+)/g, (_whole, name: string) => String(ids[name] ?? 1));
}

/** The example body of a route; undefined for a read. */
export function exampleBody(endpoint: AnyEndpoint): Readonly<Record<string, unknown>> | undefined {
  return endpoint.method === "get" ? undefined : (endpoint.examples.body ?? {});
}

/** The required query parameters of a list, as a query string. */
export function requiredQuery({ query }: AnyEndpoint, values: Ids): string {
  const fields = Object.entries(query?.shape ?? {}) as [string, z.ZodType][];
  const needed = fields.filter(([, field]) => !field.safeParse(undefined).success);
  return new URLSearchParams(
    needed.map(([name]): [string, string] => [name, String(values[name])]),
  ).toString();
}
