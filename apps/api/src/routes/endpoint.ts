import type { Context } from "@stsphera/core";
import type { Permission } from "@stsphera/rbac";
import type { z } from "zod";

export type Tag =
  | "auth"
  | "me"
  | "people"
  | "objects"
  | "dashboard"
  | "facts"
  | "production"
  | "files"
  | "notifications"
  | "service";

type Json = Readonly<Record<string, unknown>>;

/** A verb as a route needs it: it gives what the route's schema describes. */
type MountedVerb<A> = {
  kind: "command" | "query";
  name: string;
  permissions: readonly Permission[];
  input: z.ZodType;
  run(ctx: Context, input: never): Promise<A>;
};

/**
 * A route as data: an address, a verb and the shapes of both sides. Every `:name` of the path is an id and goes to the
 * verb under that name, beside the fields of the query or of the body.
 */
export type Endpoint<R extends z.ZodType = z.ZodType> = {
  method: "get" | "post" | "put" | "patch" | "delete";
  path: `/api/${string}`;
  tag: Tag;
  summary: string;
  description?: string;
  /** Name of the operation where it is not the verb's. */
  operationId?: string;
  verb: MountedVerb<z.input<R>>;
  query?: z.ZodObject;
  body?: z.ZodObject;
  /** 201 for what makes something, 302 for a link to follow, 200 otherwise. */
  status?: 200 | 201 | 302;
  answer: R;
  examples: { body?: Json; answer: Json };
};

/** Any route, whatever it answers. */
export type AnyEndpoint = Omit<Endpoint, "verb"> & { verb: MountedVerb<unknown> };

/** Checks that the verb answers what the route says it does. */
export function endpoint<R extends z.ZodType>(definition: Endpoint<R>): AnyEndpoint {
  return definition;
}

/** The verb with a part of its answer. */
export function part<A, P>(verb: MountedVerb<A>, take: (answer: A) => P): MountedVerb<P> {
  return { ...verb, run: async (ctx, input) => take(await verb.run(ctx, input)) };
}

/** Names of the ids in a path. */
export function idsIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
}
