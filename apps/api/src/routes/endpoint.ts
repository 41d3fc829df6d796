import type { Context } from "@stsphera/core";
import type { Permission } from "@stsphera/rbac";
import type { TransitionSchema } from "@stsphera/contracts";
import type { z } from "zod";

/** A part of the API by its name in the document, and what it is about. */
export type Tag = { readonly name: string; readonly about: string };

type Json = Readonly<Record<string, unknown>>;

/** What only this server knows, for answers that show it. */
export type Server = {
  /** The bot's name in addresses of Telegram; throws unavailable while nobody knows it. */
  botUsername(): Promise<string>;
};

/** What a body may be described by: fields, or one of several sets of fields. */
export type BodySchema =
  | z.ZodObject
  | z.ZodDiscriminatedUnion<z.ZodObject[]>
  | TransitionSchema<unknown, unknown>;

/** A verb as a route needs it: it gives what the route's schema describes. */
type MountedVerb<A> = {
  kind: "command" | "query";
  name: string;
  permissions: readonly Permission[];
  input: z.ZodType;
  run(ctx: Context, input: never, server: Server): Promise<A>;
};

/**
 * A route as data: an address, a verb and the shapes of both sides. Every `:name` of the path is an id, unless `words`
 * says otherwise, and goes to the verb under that name, beside the fields of the query or of the body.
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
  /** Parts of the path that are no ids; what does not fit leads nowhere. */
  words?: Readonly<Record<string, z.ZodType>>;
  query?: z.ZodObject;
  body?: BodySchema;
  /** A read whose question is too long for an address. */
  asks?: true;
  /** Whether what it names may not be there; whatever is named by an id may. */
  mayMiss?: true;
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

/** The verb with links to the bot in its answer. Nothing runs while the bot's name is not known. */
export function withBot<A, P>(verb: MountedVerb<A>, show: (answer: A, bot: string) => P): MountedVerb<P> {
  return {
    ...verb,
    async run(ctx, input, server) {
      const bot = await server.botUsername();
      return show(await verb.run(ctx, input, server), bot);
    },
  };
}

/** Names of the fields that a schema knows. */
export function fieldNames(schema: BodySchema | undefined): string[] {
  if (schema === undefined) return [];
  const shapes = "shape" in schema ? [schema.shape] : schema.options.map(({ shape }) => shape);
  return [...new Set(shapes.flatMap((shape) => Object.keys(shape)))];
}

/** Names of the ids in a path. */
export function idsIn(path: string): string[] {
  return [...path.matchAll(/:(\w+)/g)].map(([, name]) => name ?? "");
}
