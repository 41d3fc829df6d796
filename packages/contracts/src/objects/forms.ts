import { choice, day, forms, line, person, reason, reasonFor } from "../forms/index.ts";
import { FACADE_TYPES } from "../vocabulary.ts";
import type { ObjectMove } from "./vocabulary.ts";

export type NewObjectCard = { readonly leadsHimself: boolean };

/** Form of a new object's basic data. */
export const newObjectForms = forms<NewObjectCard>()({
  create: {
    asks: [
      line("name", { max: 200 }),
      line("place", { max: 300 }),
      line("customer", { max: 200 }),
      day("contractDate", { ahead: [], past: true, optional: true }),
      day("deadline", { ahead: [], anyDay: true, optional: true }),
      choice("facadeTypes", { options: FACADE_TYPES, captions: "facade_type", many: true }),
      person("projectManagerId", "managers", { when: ({ leadsHimself }: NewObjectCard) => !leadsHimself }),
    ],
    confirm: true,
  },
});

/** How many users a link may admit. */
export const LINK_USES = ["1", "10"] as const;

/** Forms for adding people to an object: by choosing one, or by a link. */
export const teamForms = forms<object>()({
  add: {
    asks: [person("userId", "available"), choice("role", { from: "freeRoles", captions: "role" })],
    confirm: true,
  },
  invite: {
    asks: [
      choice("role", { from: "linkRoles", captions: "role" }),
      choice("maxUses", { options: LINK_USES }),
    ],
  },
});

/** How long a link may admit people, in days. */
export const LINK_DAYS = ["1", "7", "30"] as const;

/** Form of an invitation link with everything that can be set: the Mini App asks all of it at once. */
export const invitationForms = forms<object>()({
  create: {
    asks: [
      choice("role", { from: "linkRoles", captions: "role" }),
      choice("crewId", { from: "crews", numeric: true, optional: true }),
      choice("days", { options: LINK_DAYS, numeric: true }),
      choice("maxUses", { options: ["1", "5", "10", "50"], numeric: true }),
    ],
  },
});

/** Form of a deputy for a member of an object, with the period. */
export const deputyForms = forms<object>()({
  name: {
    asks: [person("deputyId", "deputies"), day("toDay", { ahead: [1, 3, 7, 14], term: true })],
  },
});

/** Why an object goes to work without signatures, and why its work stops. */
export const TRANSFER_REASONS = ["running", "front_given", "other"] as const;
export const HOLD_REASONS = ["no_front", "customer", "weather", "payment", "other"] as const;

/** Forms of the moves of an object. */
export const objectForms = forms<object, ObjectMove | "undo">()({
  plan: { undo: true },
  transfer: { asks: [reason(TRANSFER_REASONS)], undo: true },
  hold: { asks: [reason(HOLD_REASONS)], undo: true },
  resume: { asks: [reason()], undo: true },
  complete: { asks: [reasonFor("reason", [], { optional: true })], undo: true },
  continue: { asks: [reason()], undo: true },
  close: { undo: true },
  reopen: { asks: [reason()], undo: true },
  archive: { undo: true },
  undo: {},
});
