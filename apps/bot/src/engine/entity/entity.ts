import type { Context } from "@stsphera/core";
import type { Forms } from "@stsphera/contracts/forms";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import type { Locale } from "@stsphera/contracts/vocabulary";
import type { ActionData, EntityCard, HtmlValue } from "@stsphera/telegram";
import { z } from "zod";
import type { Command } from "../command.ts";
import type { FormFeature } from "../forms/form-feature.ts";
import type { Turn } from "../turn.ts";

/** What the kit knows of a thing whose card it shows. */
export type Thing = {
  readonly id: number;
  readonly objectId: number;
  readonly version: number;
  readonly title: string;
  readonly can: { readonly actions: readonly string[] };
  /** The newest first. */
  readonly moves: readonly { readonly by: { readonly fullName: string }; readonly at: string }[];
};

/** Which thing a form is about, as its card was shown. */
export const entitySubject = z.object({
  id: z.number(),
  objectId: z.number(),
  /** The version the person sees: what others did meanwhile is told, not overwritten. */
  version: z.number(),
  title: z.string(),
  /** The part that is decided on, where a button names one. */
  part: z.object({ id: z.number(), version: z.number() }).nullable(),
});
export type EntitySubject = z.infer<typeof entitySubject>;

/** Whom a card is drawn for, where no object says which day it is. */
export type Reader = {
  readonly readerId: number;
  readonly locale: Locale;
  readonly timeZone: string;
  readonly now: Date;
  readonly today: string;
};

export type Verb = {
  readonly input: z.ZodType;
  run(ctx: Context, input: never): Promise<unknown>;
};

/** A row of a list. */
export type Listed = { readonly id: number; readonly title: string };

export type EntityLists<R extends Listed> = {
  /** What their callback data begins with. */
  readonly prefix: string;
  /** The command that shows the first of them. */
  readonly command: Command;
  readonly pages: Readonly<
    Record<
      string,
      (turn: Turn) => Promise<{ readonly items: readonly R[]; readonly nextCursor: string | null }>
    >
  >;
  row(item: R, reader: Reader): HtmlValue;
};

/** Another form, or a later question of it, that a button means where its own may not begin. */
export type Instead = { readonly form: string; readonly step?: string };

/**
 * What a domain says of its thing; everything else is the kit's. Methods, not functions: a definition of one card stands
 * in the list of all.
 */
export type Entity<C extends Thing = Thing, R extends Listed = Listed> = {
  /** Of its forms, in links to it and at the beginning of its words. */
  readonly name: string;
  /** Stands for it in callback data of what waits. */
  readonly letter: string;
  /** How verbs name it: `taskId`. */
  readonly id: string;
  readonly card: EntityCard<C, Reader>;
  readonly buttons: ActionData<string>;
  readonly get: { run(ctx: Context, input: never): Promise<C> };
  /** The state in words. */
  state(thing: C, reader: { locale: Locale }): string;
  readonly forms: Forms<C>;
  readonly lists?: EntityLists<R>;
  /** Captions of the actions. */
  readonly captions: Readonly<Record<Locale, Readonly<Record<string, string>>>>;
  /** The verb of the moves. */
  readonly move: Verb;
  /** Verbs of what is no move, by the names of their forms. */
  readonly others?: Readonly<Record<string, Verb>>;
  /** A part of it that is decided on by moves of its own. */
  readonly part?: {
    readonly id: string;
    readonly moves: readonly string[];
    readonly move: Verb;
    /** Those that wait. */
    open(thing: C): readonly { readonly id: number; readonly version: number }[];
    /** What the person may do with the one he decides on. */
    allowed(thing: C): readonly string[];
  };
  /** Whose hands it is in: nobody gives it to him again. */
  holder?(thing: C): number | undefined;
  readonly instead?: Readonly<Record<string, Instead>>;
  /** Why a form that is not allowed does not begin, where more can be said than that there is no right. */
  whyNot?(thing: C, form: string): RefusalCode | null;
  /** The form without a version by which late photos of an album follow. */
  readonly follow?: string;
  /** What some of its questions show and take besides. */
  readonly asking?: Pick<FormFeature<EntitySubject, C, Forms<C>>, "facts" | "buttons" | "press" | "check">;
};
export type AnyEntity = Entity;
