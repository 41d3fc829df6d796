import type { Context } from "@stsphera/core";
import type { Forms } from "@stsphera/contracts/forms";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { Locale } from "@stsphera/contracts/vocabulary";
import type { ActionData, CardReader, EntityCard, HtmlValue, PlainLink } from "@stsphera/telegram";
import type { Permission } from "@stsphera/rbac";
import { z } from "zod";
import type { Command } from "../command.ts";
import type { FormFeature } from "../forms/form-feature.ts";
import type { Turn } from "../turn.ts";

/** Fields that the engine needs of every entity it shows. */
export type Thing = {
  readonly id: number;
  readonly objectId: number;
  readonly version: number;
  readonly title: string;
  readonly can: { readonly actions: readonly string[] };
  /** Newest first. */
  readonly moves: readonly {
    readonly by: { readonly fullName: string };
    readonly onBehalfOf: { readonly fullName: string } | null;
    readonly at: string;
  }[];
};

/** The entity a form is about, as its card was shown. */
export const entitySubject = z.object({
  id: z.number(),
  objectId: z.number(),
  /** The version on the card: if others changed the entity meanwhile, the user is told and nothing is overwritten. */
  version: z.number(),
  title: z.string(),
  /** The part to decide on, when the button names one. */
  part: z.object({ id: z.number(), version: z.number() }).nullable(),
});
export type EntitySubject = z.infer<typeof entitySubject>;

export type Verb = {
  readonly input: z.ZodType;
  run(ctx: Context, input: never): Promise<unknown>;
};

/** A row of a list. */
export type Listed = { readonly id: number; readonly title: string };

export type EntityLists<R extends Listed> = {
  /** Prefix of the lists' callback data. */
  readonly prefix: string;
  /** The command that shows the first list. */
  readonly command: Command;
  /** The permission to see such entities; who lacks it in their teams is refused the command. */
  readonly permission: Permission;
  readonly pages: Readonly<
    Record<
      string,
      (turn: Turn) => Promise<{ readonly items: readonly R[]; readonly nextCursor: string | null }>
    >
  >;
  row(item: R, reader: CardReader): HtmlValue;
};

/** The form, or a later question of it, to open when the button's own form is not allowed. */
export type Instead = { readonly form: string; readonly step?: string };

/**
 * What a domain declares about its entity; the engine does the rest. Callbacks are methods, not function properties, so
 * that an `Entity<Task>` is assignable to `AnyEntity` (method parameters are bivariant).
 */
export type Entity<C extends Thing = Thing, R extends Listed = Listed> = {
  /** Name of its feature, of links to it, and prefix of its text keys; its letter is that of its links. */
  readonly name: PlainLink["kind"];
  /** Name of its id in verb inputs, e.g. `taskId`. */
  readonly id: string;
  readonly card: EntityCard<C, CardReader>;
  readonly buttons: ActionData<string>;
  readonly get: { run(ctx: Context, input: never): Promise<C> };
  /** The state as text. */
  state(thing: C, reader: { locale: Locale }): string;
  readonly forms: Forms<C>;
  readonly lists?: EntityLists<R>;
  /** Captions of the action buttons. */
  readonly captions: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
  /** The verb that makes its moves. */
  readonly move: Verb;
  /** Verbs of actions that are not moves, by form name. */
  readonly others?: Readonly<Record<string, Verb>>;
  /** A part of the entity with moves of its own, e.g. a deadline request of a task. */
  readonly part?: {
    readonly id: string;
    readonly moves: readonly string[];
    readonly move: Verb;
    /** Parts that wait for a decision. */
    open(thing: C): readonly { readonly id: number; readonly version: number }[];
    /** Moves of the waiting part that the user may make. */
    allowed(thing: C): readonly string[];
  };
  /** The current assignee, who is left out when somebody is chosen. */
  holder?(thing: C): number | undefined;
  readonly instead?: Readonly<Record<string, Instead>>;
  /** Why a form is not allowed, when there is a better reason than a missing right. */
  whyNot?(thing: C, form: string): RefusalCode | null;
  /** The form, without a version check, that takes album photos arriving after the first form was sent. */
  readonly follow?: string;
  /** Extra hooks of some questions. */
  readonly asking?: Pick<FormFeature<EntitySubject, C, Forms<C>>, "facts" | "buttons" | "press" | "check">;
};
export type AnyEntity = Entity;
