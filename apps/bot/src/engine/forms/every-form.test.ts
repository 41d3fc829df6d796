import { asksNothing, type Field, type Form } from "@stsphera/contracts/forms";
import { newTaskForms, taskForms } from "@stsphera/contracts/tasks/forms";
import type { Sent as Said } from "../../testing/bot-world.ts";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { FEATURES } from "../../features/index.ts";
import { createFormChat, type FormChat } from "../../testing/form-chat.ts";
import type { AnyEntity, EntitySubject } from "../entity/entity.ts";
import { callOf } from "../entity/entity-forms.ts";
import { formOf, stepBefore } from "./fields-of.ts";
import { fieldsOf } from "@stsphera/contracts/forms";
import type { AnyAsked, AnyForms } from "./form-feature.ts";
import { CONFIRM, type FormState, MENU } from "./form-state.ts";
import { changed, readForm } from "./read-form.ts";

const OBJECT = { id: 1, name: "СПК Блок Б", today: "2026-09-08", team: [] };
const TASK = {
  title: "Анкеры",
  status: "assigned",
  priority: "normal",
  requiredPhotos: 1,
  photoCount: 0,
  checklist: [],
};
/** A card that answers any property access with an empty value. */
const ANYTHING: object = new Proxy([], {
  get: (none, name) => Reflect.get(none, name) ?? (typeof name === "symbol" ? undefined : ANYTHING),
});

const everyFieldOf = (fields: readonly Field<unknown>[] = []): Field<unknown>[] =>
  fields.map((field) => {
    const asked = field.when === undefined ? field : { ...field, when: () => true };
    const line = () => ({ unit: "шт" as const, most: "40", rest: "5" });
    return asked.kind === "quantity" ? { ...asked, line } : asked;
  });

/** The form with every conditional question switched on. */
const inFull = (form: Form<unknown>): Form<unknown> => ({
  ...form,
  ...(form.asks === undefined ? {} : { asks: everyFieldOf(form.asks) }),
  ...(form.also === undefined ? {} : { also: everyFieldOf(form.also) }),
});

type Sent = { form: string; answers: Readonly<Record<string, unknown>>; photos: number; at: AnyAsked };
const sent: Sent[] = [];

/** The real forms of a feature over a fake card and a recorded `finish`. */
const sample = (feature: string, table: unknown, card: unknown = ANYTHING): AnyForms => ({
  feature,
  forms: Object.fromEntries(
    Object.entries(table as AnyForms["forms"]).map(([name, form]) => [name, inFull(form)]),
  ),
  subject: z.record(z.string(), z.unknown()),
  load: async () => card,
  title: () => "Заголовок",
  // Questions of facts need the line and its numbers.
  ...(feature === "fact" ? { question: () => "Вопрос", caption: () => "Кнопка" } : {}),
  people: async () => [
    { id: 5, fullName: "Нина Гущина", roles: ["supply"] },
    { id: 6, fullName: "Пётр Семёнов", roles: ["pto"] },
  ],
  options: async (_asked, from) => {
    if (from === "hash") return [{ value: "7f3a0c5be41d92a8", caption: "Подписываю" }];
    return /roles/i.test(from)
      ? [{ value: "pto" }, { value: "supply" }]
      : [{ value: "1", caption: "СПК Блок Б" }];
  },
  leave: async () => ({ text: "Вещь", buttons: [] }),
  async finish(at) {
    const { form, answers, state } = at;
    sent.push({ form, answers, photos: state.photos.length, at });
    return { message: { text: "Готово", buttons: [] } };
  },
  resumed: () => "Начатое",
  holds: () => true,
});

type Case = { name: string; feature: AnyForms; form: string; entity?: AnyEntity | undefined };
const CASES: Case[] = FEATURES.flatMap(({ forms = [], entity }) =>
  forms.flatMap(({ feature: name, forms: table }) => {
    const feature = sample(name, table);
    const of = entity?.name === name ? entity : undefined;
    return Object.keys(table).map((form) => ({ name: `${name}.${form}`, feature, form, entity: of }));
  }),
);
const ASKING = CASES.filter(({ feature, form }) => !asksNothing(feature.forms[form] ?? {}));

/** Another feature, whose form interrupts this one. */
const otherThan = ({ feature }: AnyForms): [AnyForms, string] => {
  const other = ASKING.find((one) => one.feature.feature !== feature && one.form !== "submit");
  if (other === undefined) throw new Error("there is one feature with forms alone");
  return [other.feature, other.form];
};

const SUBJECT = { id: 1, objectId: 1, version: 1, title: "Анкеры", part: { id: 2, version: 3 } };
const start = (form: string) => ({ form, subject: SUBJECT });
const stateOf = (chat: FormChat, feature: AnyForms): FormState | null => readForm(feature, chat.dialogue());
const press = (chat: FormChat, action: RegExp) => {
  const data = chat.data().find((one) => action.test(one.split(":").slice(2).join(":")));
  if (data === undefined) throw new Error(`no ${String(action)} among ${chat.data().join(" ")}`);
  return chat.press(data);
};

/** Answers the question as a user would, by the kind of its field. */
async function fill(chat: FormChat, field: Field<unknown>): Promise<void> {
  switch (field.kind) {
    case "reason":
      return field.codes.length === 0 ? chat.say("нет модулей вовсе") : press(chat, /^pick:/);
    case "words":
      return chat.say(field.money === true ? "186 000,50" : "Слова ответа");
    case "person":
      await chat.say("петр семен");
      return press(chat, /^pick:6/);
    case "day":
      return field.ahead.length === 0 ? chat.say("24.09") : press(chat, /^(?:day|in):/);
    case "choice":
      if (field.many !== true) return press(chat, /^pick:/);
      // Asked again, the only value may be ticked already.
      if (!chat.data().some((data) => data.endsWith(":next"))) await press(chat, /^tick:/);
      return press(chat, /^next$/);
    case "photos":
      await chat.photo("one");
      return press(chat, /^send$/);
    case "quantity":
      return chat.say("12");
  }
}

/** Sends the form; a photo first, where it needs one that no question asked for. */
async function confirm(chat: FormChat, feature: AnyForms, state: FormState): Promise<void> {
  const always = fieldsOf(formOf(feature, state)).some((field) => field.kind === "photos" && field.always);
  if (always) await chat.photo("one");
  await press(chat, /^send$/);
}

/** Walks the form step by step; `at` is called with each step before it is answered. */
async function walk(
  { feature, form }: Case,
  at: (chat: FormChat, state: FormState) => Promise<void>,
  one?: string,
): Promise<FormChat> {
  const chat = createFormChat([feature, otherThan(feature)[0]]);
  await chat.open(feature, start(form));
  for (let steps = 0; steps < 20; steps += 1) {
    const state = stateOf(chat, feature);
    if (state === null) return chat;
    await at(chat, state);
    if (stateOf(chat, feature)?.step !== state.step) continue;
    const field = fieldsOf(formOf(feature, state)).find(({ name }) => name === state.step);
    if (state.step === CONFIRM) await confirm(chat, feature, state);
    else if (state.step === MENU) await press(chat, new RegExp(`^(?:go:${one}$|set:${one}-)`));
    else if (field !== undefined) await fill(chat, field);
  }
  throw new Error(`${form} does not come to an end`);
}

/** Expects that the input built from the form passes the schema of its verb. */
function expectTaken(entity: AnyEntity, at: AnyAsked): void {
  const { verb, input } = callOf(entity, at as AnyAsked & { subject: EntitySubject }, [7]);
  expect(verb.input.safeParse(input)).toMatchObject({ success: true });
}

const expectStill = async (chat: FormChat, act: () => Promise<void>): Promise<void> => {
  const before = chat.dialogue();
  await act();
  expect(chat.dialogue()).toEqual(before);
};

describe.each(ASKING)("$name", (one) => {
  const { feature, form } = one;
  const menu = feature.forms[form]?.anyOne === true;
  const fields = fieldsOf(feature.forms[form] ?? {}).filter((field) => field.kind !== "photos");
  const chosen = menu ? fields.map(({ name }) => name) : [undefined];

  test.each(chosen)("can be filled in and is sent once, %s", async (field) => {
    sent.length = 0;
    const chat = await walk(one, async () => undefined, field);
    expect(chat.shown().text).toBe("Готово");
    expect(sent).toHaveLength(1);
    const photos = ["fileIds", "photoIds"];
    const names = Object.keys(sent[0]?.answers ?? {}).filter((name) => !photos.includes(name));
    expect(names.sort()).toEqual(field === undefined ? fields.map(({ name }) => name).sort() : [field]);
    if (one.entity !== undefined && sent[0] !== undefined) expectTaken(one.entity, sent[0].at);
  });

  test("every step respects Telegram's limits and offers a way out", async () => {
    await walk(
      one,
      async (chat) => {
        expect(chat.data().some((data) => data.endsWith(":cancel"))).toBe(true);
        for (const data of chat.data()) expect(new TextEncoder().encode(data).length).toBeLessThanOrEqual(64);
      },
      chosen[0],
    );
  });

  test("an unexpected message at a step gets a hint, and nothing is lost", async () => {
    await walk(
      one,
      async (chat) => {
        const oddities: readonly Said[] = [
          { sticker: { file_id: "s", file_unique_id: "s" } },
          { text: "24.09", forward_origin: { type: "channel", date: 1 } },
          { text: " \u00a0\u200b" },
          {},
        ];
        for (const odd of oddities) {
          await expectStill(chat, () => chat.send(odd));
          expect(chat.shown().text).toMatch(/^Здесь жду /);
        }
        await expectStill(chat, () => chat.press(`d1:${chat.dialogue()?.id}:nonsense:1`));
        expect(chat.shown().toast).toBe("Этот шаг уже закрыт");
        await expectStill(chat, () => chat.press("d1:zzz:pick:1"));
      },
      chosen[0],
    );
  });

  test("buttons of earlier steps do nothing later, and none works after the form was sent", async () => {
    const earlier: string[] = [];
    const chat = await walk(
      one,
      async (now, state) => {
        const harmless = earlier.filter((data) => !/:(?:cancel|back|page|go)/.test(data));
        for (const data of harmless.filter((past) => !now.data().includes(past))) {
          const field = fieldsOf(formOf(feature, state)).find(({ name }) => name === state.step);
          const sameKind = field?.kind === "person" || field?.kind === "choice" || field?.kind === "day";
          if (!sameKind) await expectStill(now, () => now.press(data));
        }
        earlier.push(...now.data());
      },
      chosen[0],
    );
    sent.length = 0;
    for (const data of earlier) await chat.press(data);
    expect(sent).toEqual([]);
    expect(chat.dialogue()).toBeNull();
  });

  test("«Отмена» ends it from every step, «Назад» leads to the previous question", async () => {
    const steps: FormState[] = [];
    await walk(one, async (_chat, state) => void steps.push(state), chosen[0]);
    for (const target of steps) {
      for (const way of [/^cancel$/, /^(?:back$|go:)/]) {
        sent.length = 0;
        let left = false;
        await walk(
          one,
          async (chat, state) => {
            if (left || state.step !== target.step) return;
            left = true;
            const asked = {
              turn: null as never,
              state,
              subject: {},
              card: await feature.load(null as never, {}, {}),
              answers: {},
            };
            const before = stepBefore(feature, changed(feature, asked, state));
            const back = new RegExp(before === null ? "^back$" : `^go:${before}$`);
            await press(chat, way.source.startsWith("^cancel") ? way : back);
            const now = stateOf(chat, feature);
            expect(now?.step ?? null).toBe(way.source.startsWith("^cancel") ? null : before);
            expect(sent).toEqual([]);
          },
          chosen[0],
        );
        expect(left).toBe(true);
      }
    }
  });

  test("it is suspended by another dialogue and resumed at the same step", async () => {
    await walk(
      one,
      async (chat) => {
        const before = chat.dialogue();
        const [other, name] = otherThan(feature);
        await chat.open(other, start(name));
        expect(chat.dialogue()?.feature).toBe(other.feature);
        await press(chat, /^cancel$/);
        expect(chat.shown().text).toContain("Продолжим?");
        await press(chat, /^resume$/);
        expect(chat.dialogue()).toEqual(before);
      },
      chosen[0],
    );
  });
});

test("the input of a form without questions passes its verb's schema, too", () => {
  const silent = CASES.filter(
    ({ entity, feature, form }) => entity && asksNothing(feature.forms[form] ?? {}),
  );
  expect(silent.length).toBeGreaterThan(0);
  for (const { entity, form } of silent) {
    const at = { state: { form }, subject: SUBJECT, answers: {} } as unknown as AnyAsked;
    if (entity !== undefined) expectTaken(entity, at);
  }
});

describe("photos of an album", () => {
  const submit: Case = { name: "", feature: sample("task", taskForms, TASK), form: "submit" };

  test("too many photos are refused with a message, a repeated one counts once, a late one of an album joins the suspended form", async () => {
    const chat = createFormChat([submit.feature, otherThan(submit.feature)[0]]);
    await chat.open(submit.feature, start("submit"));
    await press(chat, /^send$/);
    expect(chat.shown().toast).toBe("Не хватает: ещё 1 фото");
    await chat.photo("one", "album");
    await chat.photo("one", "album");
    expect(stateOf(chat, submit.feature)?.photos).toHaveLength(1);
    const [other, name] = otherThan(submit.feature);
    await chat.open(other, start(name));
    await chat.photo("two", "album");
    await press(chat, /^cancel$/);
    await press(chat, /^resume$/);
    for (let at = 3; at <= 22; at += 1) await chat.photo(`p${at}`);
    expect(stateOf(chat, submit.feature)?.photos).toHaveLength(20);
    sent.length = 0;
    await press(chat, /^send$/);
    expect(sent).toMatchObject([{ photos: 20 }]);
  });
});

describe("text answers", () => {
  const at = async (feature: AnyForms, form: string, step: string) => {
    const chat = createFormChat([feature]);
    await chat.open(feature, { ...start(form), step });
    return chat;
  };
  const newTask = sample("new_task", newTaskForms, { objects: [], object: OBJECT });

  test("regression 20: a title folds its line breaks, a description keeps them", async () => {
    const chat = await at(newTask, "create", "title");
    await chat.say("Шов\nСрок  завтра");
    expect(stateOf(chat, newTask)?.values).toEqual({ title: "Шов Срок  завтра" });
    const asked = await at(newTask, "create", "text");
    await asked.say("Шов\nА");
    expect(stateOf(asked, newTask)?.values).toEqual({ text: "Шов\nА" });
  });

  test("texts that are too short or too long are refused with the limit", async () => {
    const task = sample("task", taskForms, TASK);
    const chat = await at(task, "return", "reason");
    await expectStill(chat, () => chat.say("🙂🙂🙂"));
    expect(chat.shown().text).toBe("Слишком коротко: нужно не меньше 5 знаков.");
    await expectStill(chat, () => chat.say("ж".repeat(1001)));
    expect(chat.shown().text).toBe("Слишком длинно: помещается до 1000 знаков.");
  });

  test("preset reasons accept no text until «Другое», and back leads to the presets", async () => {
    const task = sample("task", taskForms, TASK);
    const chat = await at(task, "decline", "reason");
    await expectStill(chat, () => chat.say("ждём люльку"));
    expect(chat.shown().text).toContain("Здесь жду кнопку");
    await press(chat, /^pick:other$/);
    await press(chat, /^go:reason$/);
    await press(chat, /^pick:other$/);
    sent.length = 0;
    await chat.say("ждём\nлюльку");
    expect(sent).toMatchObject([{ answers: { reason: { code: "other", text: "ждём люльку" } } }]);
  });
});
