import { DomainError, forbidden, invalidField } from "@stsphera/core";
import { forms, photos, reason, words } from "@stsphera/contracts/forms";
import { actionData, type CardReader, entityCard } from "@stsphera/telegram";
import { beforeEach, describe, expect, test } from "vitest";
import { z } from "zod";
import { createFormChat, type FormChat } from "../../testing/form-chat.ts";
import { entityFeature } from "./entity-feature.ts";
import type { Entity, Thing, Verb } from "./entity.ts";

const ACTIONS = ["take", "return", "submit", "comment", "postpone", "edit", "approve", "open"] as const;
type Action = (typeof ACTIONS)[number];
type Order = Thing & { readonly waits: readonly { id: number; version: number }[] };

const buttons = actionData<Action>({ entity: "x", actions: ACTIONS, ofPart: ["approve"] });
const by = { fullName: "Анна Климова" };
const STANDING: Order = {
  id: 5,
  objectId: 1,
  version: 3,
  title: "Герметик",
  can: { actions: ["take", "return", "submit", "comment", "edit"] },
  moves: [{ by, onBehalfOf: null, at: "2026-09-08T06:00:00Z" }],
  waits: [{ id: 9, version: 2 }],
};

let order = STANDING;
let refusal: DomainError | null = null;
let written: { verb: string; input: unknown }[] = [];

const verb = (name: string, shape: z.ZodRawShape): Verb => ({
  input: z.strictObject(shape),
  run: async (_ctx, input) => {
    if (refusal !== null) throw refusal;
    written.push({ verb: name, input });
  },
});

/** A made-up entity that reuses the texts of tasks. */
const entity: Entity<Order> = {
  name: "task",
  id: "orderId",
  card: entityCard<Order, Action, CardReader>({
    name: "order",
    title: ({ title }) => `📦 ${title}`,
    lines: ({ version }) => [`версия ${version}`],
    rows: [],
    offers: () => () => true,
    button: () => ({ kind: "callback", text: "", data: "" }),
  }),
  buttons,
  captions: { ru: {}, en: {} },
  state: () => "Заказан",
  get: { run: async () => order },
  move: { input: z.any(), run: verb("move", {}).run },
  others: {
    comment: verb("comment", { orderId: z.number(), text: z.string() }),
    edit: verb("edit", { orderId: z.number(), version: z.number(), text: z.string().nullable() }),
  },
  part: {
    id: "requestId",
    moves: ["approve"],
    move: verb("decide", { requestId: z.number(), version: z.number(), move: z.string() }),
    open: ({ waits }) => waits,
    allowed: () => ["approve"],
  },
  forms: forms<Order>()({
    take: {},
    approve: {},
    return: { asks: [reason()] },
    submit: { asks: [photos("fileIds", { max: 2 })] },
    postpone: { asks: [reason()] },
    edit: { anyOne: true, asks: [words("text", { max: 50, optional: true })] },
  }),
  instead: { postpone: { form: "edit", step: "text" } },
  whyNot: (_order, form) => (form === "postpone" ? "reschedule_open" : null),
};
const feature = entityFeature(entity);

let chat: FormChat;
const press = (action: Action, version = 3, partId?: number) =>
  chat.press(buttons.pack({ action, id: 5, version, ...(partId === undefined ? {} : { partId }) }));

beforeEach(() => {
  [order, refusal, written] = [STANDING, null, []];
  chat = createFormChat(feature.forms ?? [], { buttonsOf: [feature] });
});

describe("a button of an entity's card", () => {
  test("shows the entity, or runs a move without questions", async () => {
    await press("open");
    expect(chat.shown().text).toContain("📦 Герметик");
    await press("take");
    expect(written).toEqual([{ verb: "move", input: { orderId: 5, version: 3, move: "take" } }]);
    expect(chat.shown()).toMatchObject({ toast: "Задача в работе" });
  });

  test("of an outdated card shows who changed it first and writes nothing; the same for a part that no longer waits", async () => {
    await press("take", 2);
    expect(chat.shown()).toMatchObject({ toast: "⚠️ Уже изменилось" });
    expect(chat.shown().text).toContain("Климова, 09:00: заказан. Ниже то, что есть сейчас.");
    expect(chat.shown().text).toContain("версия 3");
    await press("approve", 1, 9);
    expect(chat.shown()).toMatchObject({ toast: "⚠️ Уже изменилось" });
    expect(written).toEqual([]);
  });

  test("of a part runs the part's verb", async () => {
    await press("approve", 2, 9);
    expect(written).toEqual([{ verb: "decide", input: { requestId: 9, version: 2, move: "approve" } }]);
  });

  test("that is not allowed opens no form and says why; one with an `instead` opens that form", async () => {
    order = { ...STANDING, can: { actions: [] } };
    await press("return");
    expect(chat.shown()).toMatchObject({ toast: "⚠️ Нет права" });
    await press("postpone");
    expect(chat.shown()).toMatchObject({ toast: "Просьба о переносе уже ждёт решения." });
    expect(chat.dialogue()).toBeNull();
    order = STANDING;
    await press("postpone");
    expect(chat.dialogue()).toMatchObject({ form: "edit", step: "text" });
    await chat.press(chat.data().find((data) => data.endsWith(":none")) ?? "");
    expect(written).toEqual([{ verb: "edit", input: { orderId: 5, version: 3, text: null } }]);
  });
});

describe("a refusal", () => {
  const fill = async () => {
    await press("return");
    await chat.say("шов не заполнен");
  };

  test("of an invalid answer keeps the question open", async () => {
    refusal = invalidField("reason", "deadline_past", { today: "2026-09-08" });
    await fill();
    expect(chat.shown().text).toBe("Срок уже прошёл. Сегодня 8 сентября");
    expect(chat.dialogue()).toMatchObject({ form: "return", step: "reason" });
    refusal = null;
    await chat.say("шов не заполнен");
    expect(written).toEqual([
      { verb: "move", input: { orderId: 5, version: 3, move: "return", reason: "шов не заполнен" } },
    ]);
  });

  test.each([
    [new DomainError("conflict", { sentence: "object_is_over" }), "Объект уже закрыт, менять его нельзя."],
    [new DomainError("conflict"), "⚠️ Уже изменилось"],
    [new DomainError("invalid_transition"), "Сейчас нельзя: заказан"],
    [forbidden("task.approve"), "⚠️ Нет права: принимать работу"],
    [forbidden("task.execute", "assignee_only"), "⚠️ Это делает только исполнитель задачи"],
    [new DomainError("version_conflict"), "⚠️ Уже изменилось"],
  ])("of the state or the right shows the fresh card: %s", async (error, toast) => {
    refusal = error;
    await press("take");
    expect(chat.shown()).toMatchObject({ toast });
    expect(chat.shown().text).toContain("версия 3");
    expect(chat.dialogue()).toBeNull();
    expect(written).toEqual([]);
  });

  test("without a text is rethrown", async () => {
    refusal = new DomainError("unavailable");
    await expect(press("take")).rejects.toThrow("unavailable");
  });
});
