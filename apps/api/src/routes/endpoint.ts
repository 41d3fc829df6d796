import type { Context } from "@stsphera/core";
import type { Permission } from "@stsphera/rbac";
import type { TransitionSchema } from "@stsphera/contracts";
import type { z } from "zod";

/** A group of routes in the document: its name and description. */
export type Tag = { readonly name: string; readonly about: string };

type Json = Readonly<Record<string, unknown>>;

/** Data of this server that some answers contain. */
export type Server = {
  /** The bot's username for t.me links; throws unavailable when it cannot be found out. */
  botUsername(): Promise<string>;
};

/** Schema of a body: an object, or a union of objects. */
export type BodySchema =
  | z.ZodObject
  | z.ZodDiscriminatedUnion<z.ZodObject[]>
  | TransitionSchema<unknown, unknown>;

/** What a route needs of its verb; the verb returns what the route's schema describes. */
type MountedVerb<A> = {
  kind: "command" | "query";
  name: string;
  permissions: readonly Permission[];
  input: z.ZodType;
  run(ctx: Context, input: never, server: Server): Promise<A>;
};

/**
 * A route as data: path, verb, and schemas of input and answer. Every `:name` of the path is an id, unless listed in
 * `words`, and is passed to the verb under that name together with the fields of query or body.
 */
export type Endpoint<R extends z.ZodType = z.ZodType> = {
  method: "get" | "post" | "put" | "patch" | "delete";
  path: `/api/${string}`;
  tag: Tag;
  summary: string;
  description?: string;
  /** Operation id, when it differs from the verb's name. */
  operationId?: string;
  verb: MountedVerb<z.input<R>>;
  /** Schemas of path parameters that are not ids; a value that does not match is not found. */
  words?: Readonly<Record<string, z.ZodType>>;
  query?: z.ZodObject;
  body?: BodySchema;
  /** A read sent by POST because its input is too long for a query string. */
  asks?: true;
  /** True when 404 is possible although the input has no id. */
  mayMiss?: true;
  /** 201 when something is created, 302 for a link, otherwise 200. */
  status?: 200 | 201 | 302;
  answer: R;
  examples: { body?: Json; answer: Json };
};

/** A route with any answer. */
export type AnyEndpoint = Omit<Endpoint, "verb"> & { verb: MountedVerb<unknown> };

/** Declares a route; the type check ensures that the verb returns what the route describes. */
export function endpoint<R extends z.ZodType>(definition: Endpoint<R>): AnyEndpoint {
  return definition;
}

/** Adds links to the bot to a verb's answer. Fails before the verb runs when the bot's name is unknown. */
export function withBot<A, P>(verb: MountedVerb<A>, show: (answer: A, bot: string) => P): MountedVerb<P> {
  return {
    ...verb,
    async run(ctx, input, server) {
      const bot = await server.botUsername();
      return show(await verb.run(ctx, input, server), bot);
    },
  };
}

/** Field names of a schema. */
export function fieldNames(schema: BodySchema | undefined): string[] {
  if (schema === undefined) return [];
  const shapes = "shape" in schema ? [schema.shape] : schema.options.map(({ shape }) => shape);
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
}

/** Names of the parameters in a path. */
export function idsIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
}
