import { forbidden, getObject } from "@stsphera/core";
import type { ObjectCard } from "@stsphera/contracts";
import type { Answers, Form, OnObject, ReasonAnswer } from "@stsphera/contracts/forms";
import { canSomewhere, type Permission } from "@stsphera/rbac";
import { html, type HtmlValue } from "@stsphera/telegram";
import { z } from "zod";
import type { KeysBefore } from "../../locales/i18n.ts";
import type { ListedCommand } from "../command.ts";
import { wordsIn } from "../forms/answers.ts";
import { beginOrResume } from "../forms/begin-or-resume.ts";
import type { AnyForms, Asked, FormFeature, Option } from "../forms/form-feature.ts";
import { recordPhotos } from "../record-photos.ts";
import { verbInput } from "../forms/verb-input.ts";
import type { AnsweredCommand } from "../feature.ts";
import type { Turn } from "../turn.ts";
import { objectsFor } from "../my-objects.ts";
import { sayNoObject } from "../nowhere.ts";
import { workersOf } from "@stsphera/contracts/objects/workers";
import { loadThing, thingMessage } from "./entity-card.ts";
import type { Entity, Thing, Verb } from "./entity.ts";

const subject = z.object({ objectId: z.number().nullable() });
type Subject = z.infer<typeof subject>;

/**
 * How a kind of entity is created from the chat; its texts are `<name>.object`, `.title`, `.created` and `.resumed`.
 */
export type Creation<C extends Thing, M = null> = {
  readonly name: KeysBefore<"object"> & KeysBefore<"title"> & KeysBefore<"created"> & KeysBefore<"resumed">;
  readonly entity: Entity<C>;
  readonly permission: Permission;
  /** Without one it begins by a button alone. */
  readonly command?: ListedCommand;
  readonly forms: { readonly create: Form<OnObject> };
  readonly verb: { readonly input: z.ZodType; run(...of: Parameters<Verb["run"]>): Promise<{ id: number }> };
  /** Values of a choice of parts of the object, by the name of their query. */
  options?(object: ObjectCard, from: string, asked: Asked<Subject, OnCreation<M>>): readonly Option[];
  /** What else its questions need of the object, read with it. */
  more?(turn: Turn, object: ObjectCard, answers: Answers): Promise<M>;
  /** Summary before sending: a title and one line per answer. */
  summary(
    asked: Asked<Subject, OnCreation<M>>,
    object: ObjectCard,
  ): { title: string; lines: readonly HtmlValue[] };
};

/** The object of a new thing; `more` is null until both are known. */
type OnCreation<M> = OnObject & { readonly more: M | null };

export type MadeBy = { readonly forms: AnyForms; readonly command?: AnsweredCommand };

/** A title that was typed, or chosen from chips. */
export function titleIn(answers: Answers): string {
  const given = answers["title"] as string | ReasonAnswer | undefined;
  return (typeof given === "object" ? given?.text : given) ?? "";
}

/** The object for questions that can be asked only after it is chosen. */
function known({ object }: Pick<OnObject, "object">): ObjectCard {
  if (object === null) throw new Error("a new thing without an object");
  return object;
}

/** The command and form that create an entity: the object, the title and the other questions. */
export function creationForms<C extends Thing, M = null>(definition: Creation<C, M>): MadeBy {
  const { name, entity, permission, command, forms, verb } = definition;
  const feature: FormFeature<Subject, OnCreation<M>, Creation<C>["forms"]> = {
    feature: name,
    ...(command === undefined ? {} : { command: command.name }),
    forms,
    subject,
    async load(turn, { objectId: only }, answers) {
      const chosen = wordsIn(answers, "objectId");
      const objectId = chosen === null ? only : Number(chosen);
      const object = objectId === null ? null : await getObject.run(turn.context(), { objectId });
      return {
        objects: only === null ? await objectsFor(turn, permission) : [],
        object,
        more: object === null ? null : ((await definition.more?.(turn, object, answers)) ?? null),
      };
    },
    title: ({ turn, card: { object } }) =>
      object === null ? turn.t(`${name}.object`) : turn.t(`${name}.title`, { object: object.name }),
    facts: ({ state, answers }) =>
      titleIn(answers) === "" || state.step === "title" ? [] : [html`<b>${titleIn(answers)}</b>`],
    summary: (at) => definition.summary(at, known(at.card)),
    people: async ({ card }, { permission, beyond }) => workersOf(known(card), permission, beyond),
    options: async (at, from) => {
      const { turn, card } = at;
      if (from !== "objects") return definition.options?.(known(card), from, at) ?? [];
      const objects = await objectsFor(turn, permission);
      return objects.map(({ id, name: caption }) => ({ value: String(id), caption }));
    },
    today: ({ card }) => known(card).today,
    async finish(filled) {
      const { turn, state } = filled;
      const { id: objectId } = known(filled.card);
      const fileIds = await recordPhotos(turn, state, objectId);
      const input = { objectId, ...verbInput(filled, forms.create, fileIds) };
      const { id } = await verb.run(turn.context(`tg:${name}:${state.id}`), input as never);
      const message = thingMessage(entity, turn, await loadThing(entity, turn, id));
      // From now on this message is the entity's own card, so notifications edit it, too.
      return { message, toast: turn.t(`${name}.created`), card: entity.card.key(id) };
    },
    holds: ({ values }) => titleIn(values) !== "",
    resumed: ({ t }, { values }) => t(`${name}.resumed`, { title: titleIn(values) }),
  };
  if (command === undefined) return { forms: feature };
  const works: NonNullable<AnsweredCommand["works"]> = (actor) => canSomewhere(actor, permission);
  const answer = beginOrResume(feature, async (turn) => {
    if (!works(turn.person())) throw forbidden(permission);
    const objects = await objectsFor(turn, permission);
    const [only] = objects;
    if (only === undefined) return sayNoObject(turn);
    return { form: "create", subject: { objectId: objects.length === 1 ? only.id : null } };
  });
  return { forms: feature, command: { ...command, works, answer } };
}
