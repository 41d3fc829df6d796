import type { Limit, Permission } from "@stsphera/rbac";
import type { Answers, QuantityLine } from "./fields.ts";

type More<Card> = {
  readonly optional?: boolean;
  when?(card: Card, answers: Answers): boolean;
  readonly at?: readonly string[];
  readonly back?: string;
};

/**
 * A reason: chips, with free text for `other`; without chips free text only. Its length is the maximum that every
 * verb accepts.
 */
export const reasonFor = <
  const N extends string,
  const Codes extends readonly string[],
  const O extends { captions?: string; least?: number; max?: number; coded?: boolean } & More<never> = object,
>(
  name: N,
  codes: Codes,
  options?: O,
) =>
  ({
    kind: "reason",
    name,
    codes,
    least: 5 as number,
    max: 1000 as number,
    ...(options ?? ({} as O)),
  }) as const;

/** The reason of a move, under the field name that all verbs use. */
export const reason = <const Codes extends readonly string[] = readonly []>(
  codes: Codes = [] as readonly string[] as Codes,
) => reasonFor("reason", codes);

/** A single line of text, such as a title. */
export const line = <const N extends string, const O extends { max: number; money?: true } & More<never>>(
  name: N,
  options: O,
) => ({ kind: "words", name, lines: "one", ...options }) as const;

/** Text of any number of lines. */
export const words = <const N extends string, const O extends { max: number } & More<never>>(
  name: N,
  options: O,
) => ({ kind: "words", name, lines: "many", ...options }) as const;

/** A person chosen from a named query, searchable by any words of the name. */
export const person = <const N extends string, const O extends { as?: string } & More<never> = object>(
  name: N,
  from: string,
  options?: O,
) => ({ kind: "person", name, from, ...(options ?? ({} as O)) }) as const;

/** A member of the object who may hold the permission that work on the thing needs; `helpers` leave out who asks. */
export const worker = <
  const N extends string,
  const O extends { as?: string; from?: "helpers"; beyond?: Limit } & More<never> = object,
>(
  name: N,
  permission: Permission,
  options?: O,
) => ({ kind: "person", name, permission, from: "workers" as string, ...(options ?? ({} as O)) }) as const;

/** A day: chips for the next days, or typed. */
export const day = <
  const N extends string,
  const O extends {
    ahead: readonly number[];
    term?: boolean;
    past?: boolean;
    anyDay?: boolean;
    days?(card: never): readonly string[];
  } & More<never>,
>(
  name: N,
  options: O,
) => ({ kind: "day", name, ...options }) as const;

/** One or several of a few values. */
export const choice = <
  const N extends string,
  const O extends {
    options?: readonly string[];
    from?: string;
    of?: string;
    many?: boolean;
    numeric?: boolean;
    rare?: boolean;
    searched?: boolean;
    typed?: { readonly most: number; readonly whole: boolean };
    pairs?: boolean;
    captions?: string;
    current?(card: never): string;
  } & More<never>,
>(
  name: N,
  options: O,
) => ({ kind: "choice", name, ...options }) as const;

/** Photos; `beside` a field they are accepted together with its answer, `always` with any. */
export const photos = <
  const N extends string,
  const O extends { max: number; beside?: string; always?: boolean } & More<never>,
>(
  name: N,
  options: O,
) => ({ kind: "photos", name, ...options }) as const;

/** The user's own phone number. */
export const contact = <const N extends string, const O extends More<never> = object>(name: N, options?: O) =>
  ({ kind: "contact", name, ...(options ?? ({} as O)) }) as const;

/** A quantity in a unit, with its limit and the amounts offered by buttons. */
export const quantity = <
  const N extends string,
  const Name extends string,
  const O extends {
    ready?: readonly Name[];
    steps: readonly string[];
    change?: readonly string[];
    line(card: never, answers: Answers): QuantityLine<NoInfer<Name>>;
  } & More<never>,
>(
  name: N,
  options: O,
) => ({ kind: "quantity", name, ...options }) as const;
