import { getObject, recordTelegramFiles } from "@stsphera/core";
import { z } from "zod";
import type { BotKey } from "../../locales/i18n.ts";
import { photoReplyKey } from "../albums.ts";
import type { AnyAsked, Asked, FormFeature } from "../forms/form-feature.ts";
import { askKey } from "../forms/kinds/kind.ts";
import { verbInput } from "../forms/verb-input.ts";
import { recordPhotos } from "../record-photos.ts";
import { workersOf } from "@stsphera/contracts/objects/workers";
import { loadThing, readerOf, thingMessage } from "./entity-card.ts";
import { type Entity, entitySubject, type EntitySubject, type Thing, type Verb } from "./entity.ts";
import { refusedOfThing } from "./refused.ts";

type EntityForms = FormFeature<EntitySubject, Thing, Entity["forms"]>;

/** Key of the text shown after a form was saved. */
export const doneKey = (name: string, form: string): BotKey => `done.${name}.${form}` as BotKey;

const takes = ({ input }: Verb, field: string): boolean =>
  !(input instanceof z.ZodObject) || field in input.shape;

/** The verb of a form and its input, built from the entity and the answers. */
export function callOf(
  { id: idName, forms, move, others, part }: Entity,
  at: AnyAsked & { readonly subject: EntitySubject },
  fileIds: readonly number[],
): { verb: Verb; input: Readonly<Record<string, unknown>> } {
  const { subject, state } = at;
  const { form } = state;
  const ofPart = part?.moves.includes(form) === true && subject.part !== null ? part : undefined;
  const verb = ofPart?.move ?? others?.[form] ?? move;
  const { id, version } = (ofPart === undefined ? null : subject.part) ?? subject;
  const named = Object.entries({ [ofPart?.id ?? idName]: id, version, move: form });
  const own = named.filter(([name]) => takes(verb, name));
  return { verb, input: { ...Object.fromEntries(own), ...verbInput(at, forms[form] ?? {}, fileIds) } };
}

const objectOf = ({ turn, subject: { objectId } }: Asked<EntitySubject, Thing>) =>
  getObject.run(turn.context(), { objectId });

/** All forms of the actions on an entity. */
export const entityForms = (entity: Entity): EntityForms => ({
  ...entity.asking,
  feature: entity.name,
  forms: entity.forms,
  subject: entitySubject,
  load: (turn, { id }) => loadThing(entity, turn, id),
  title: ({ turn, card }) => entity.card.title(card, readerOf(turn)),
  /** Team members who may hold the permission; `helpers` leaves out the actor, other lists leave out the current assignee. */
  async people(at, { from, permission, beyond }) {
    const without = from === "helpers" ? at.turn.person().id : entity.holder?.(at.card);
    return workersOf(await objectOf(at), permission, beyond).filter(({ id }) => id !== without);
  },
  today: async (at) => (await objectOf(at)).today,
  leave: async (turn, { id }) => thingMessage(entity, turn, await loadThing(entity, turn, id)),
  leavesOnCancel: true,
  async finish(filled) {
    const { turn, state, subject } = filled;
    const { verb, input } = callOf(entity, filled, await recordPhotos(turn, state, subject.objectId));
    await verb.run(turn.context(`tg:${entity.name}:${state.id}`), input as never);
    return {
      message: thingMessage(entity, turn, await loadThing(entity, turn, subject.id)),
      toast: turn.t(doneKey(entity.name, state.form)),
    };
  },
  refused: (at, error) => refusedOfThing(entity, at, error),
  resumed: ({ t, locale }, { form, subject }) => {
    const what = entity.captions[locale][form] ?? "";
    return t("dialog.resumed.form", { what, title: String(subject["title"]) });
  },
  concerns: (data, { id }) => entity.buttons.unpack(data)?.id === id,
  photoWords: { kept: "photo.kept_form", full: "photo.full_form" },
  ...(entity.follow === undefined ? {} : { follow: follower(entity, entity.follow) }),
});

/** Attaches album photos that arrive after the form was sent, through the form named by `Entity.follow`. */
const follower =
  (entity: Entity, form: string): NonNullable<EntityForms["follow"]> =>
  async (turn, { id, objectId }, photo) => {
    const verb = entity.others?.[form];
    if (verb === undefined) throw new Error(`no verb of "${form}" of ${entity.name}`);
    const { fileIds } = await recordTelegramFiles.run(turn.context(), { objectId, files: [photo] });
    const given = (entity.forms[form]?.asks ?? []).map(({ name, kind }) => [
      name,
      kind === "photos" ? fileIds : turn.t(askKey({ feature: entity.name, form }, name, "alone")),
    ]);
    await verb.run(turn.context(), { [entity.id]: id, ...Object.fromEntries(given) } as never);
    turn.card(photoReplyKey(turn), { text: turn.t("photo.followed"), buttons: [] });
    return true;
  };
