import { limitOn, type UserActor } from "@stsphera/rbac";
import type { PreparedWorld } from "./prepared-world.ts";
import { photoOf } from "./rows.ts";
import type { Expected, VerbCase } from "./verb-case.ts";

const DAY = "2026-09-08";
const WORDS = "ошиблись при подсчёте";

const isAuthor = ({ foreman }: PreparedWorld, actor: UserActor) => actor.id === foreman.id;
const authorTie: VerbCase["relations"] = (prepared, actor) => (isAuthor(prepared, actor) ? ["author"] : []);
/** The entry is not confirmed: for an observer there is none. */
const hiddenFromObserver = ({ here }: PreparedWorld, actor: UserActor): Expected | null =>
  limitOn(actor, "fact.view", { objectId: here.id }) === "confirmed_only" ? "not_found" : null;
const authorAlone: VerbCase["unless"] = (prepared, actor) =>
  hiddenFromObserver(prepared, actor) ?? (isAuthor(prepared, actor) ? null : "forbidden");

/** Who enters for his own crew alone must lead one: in the prepared world the installer does, his deputy does not. */
const notHisCrew: VerbCase["unless"] = ({ here }, actor) => {
  const ownCrew = limitOn(actor, "fact.enter", { objectId: here.id }) === "own_crew";
  return ownCrew && actor.role !== "installer" ? "forbidden" : null;
};

export const FACT_CASES: Readonly<Record<string, VerbCase>> = {
  "fact.enter": {
    permission: "fact.enter",
    onObject: true,
    unless: notHisCrew,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      floorVolumeId: here.cell("Юг", "2", "МОД"),
      date: DAY,
      quantity: "12",
    }),
  },
  "fact.correct": {
    permission: "fact.reverse",
    onObject: true,
    relations: authorTie,
    unless: hiddenFromObserver,
    input: ({ prepared: { factId } }) => ({ factId, version: 1, quantity: "9", reason: WORDS }),
  },
  "fact.undo": {
    permission: "fact.enter",
    onObject: true,
    unless: authorAlone,
    doneBy: "construction_itr",
    input: ({ prepared: { factId } }) => ({ factId }),
  },
  "fact.reverse": {
    permission: "fact.reverse",
    onObject: true,
    relations: authorTie,
    unless: hiddenFromObserver,
    input: ({ prepared: { factId } }) => ({ factId, version: 1, reason: WORDS }),
  },
  "fact.change_status": {
    permission: "fact.confirm",
    onObject: true,
    unless: (prepared, actor) => {
      const limit = limitOn(actor, "fact.confirm", { objectId: prepared.here.id });
      return hiddenFromObserver(prepared, actor) ?? (limit === "installers_entries" ? "forbidden" : null);
    },
    input: ({ prepared: { factId } }) => ({ factId, to: "confirmed", version: 1 }),
  },
  "fact.explain": {
    permission: "fact.enter",
    onObject: true,
    unless: authorAlone,
    doneBy: "construction_itr",
    input: ({ prepared: { factId } }) => ({ factId, version: 1, planReason: { code: "weather_wind" } }),
  },
  "fact.attach_photos": {
    permission: "fact.enter",
    onObject: true,
    unless: hiddenFromObserver,
    input: async ({ prepared: { factId, here }, actor, ctx }) => ({
      factId,
      fileIds: [await photoOf(ctx, actor, here.id)],
    }),
  },
  "fact.attach_telegram_photos": {
    permission: "fact.enter",
    onObject: true,
    unless: hiddenFromObserver,
    input: ({ prepared: { factId } }) => ({
      factId,
      files: [{ telegramFileId: "AgACAgIAAy", telegramUniqueId: "AQADy" }],
    }),
  },
  "journal.add_photos": {
    permission: "fact.enter",
    onObject: true,
    input: async ({ prepared: { here }, actor, ctx }) => ({
      objectId: here.id,
      fileIds: [await photoOf(ctx, actor, here.id)],
    }),
  },
  "fact.enter_opening": {
    permission: "fact.import",
    onObject: true,
    input: ({ prepared: { here } }) => ({
      objectId: here.id,
      date: "2026-06-01",
      rows: [{ floorVolumeId: here.cell("Запад", "1", "МОД"), quantity: "20" }],
    }),
  },
  "fact.form": {
    permission: "fact.enter",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "fact.list": {
    permission: "fact.view",
    onObject: true,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "fact.get": {
    permission: "fact.view",
    onObject: true,
    unless: hiddenFromObserver,
    input: ({ prepared: { factId } }) => ({ factId }),
  },
  "journal.list": {
    permission: "fact.view",
    onObject: true,
    unless: ({ here }, actor) =>
      limitOn(actor, "fact.view", { objectId: here.id }) === "confirmed_only" ? "forbidden" : null,
    input: ({ prepared: { here } }) => ({ objectId: here.id }),
  },
  "fact.recent": { permission: "self", input: () => ({}) },
};
