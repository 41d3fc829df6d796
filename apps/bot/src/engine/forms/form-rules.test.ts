import { DomainError } from "@stsphera/core";
import { choice, forms, photos, quantity, reasonFor, words } from "@stsphera/contracts/forms";
import { beforeEach, expect, test } from "vitest";
import { z } from "zod";
import { createFormChat } from "../../testing/form-chat.ts";
import type { AnyForms } from "./form-feature.ts";
import { formFeature } from "./form-feature.ts";
import { readForm } from "./read-form.ts";

type Sent = {
  line: string;
  quantity: string;
  planReason: string | null;
  notes: string | null;
  photos: number;
};
const sent: Sent[] = [];

const LINES = ["a", "b", "r1", "r2", "r3", "r4", "r5", "r6", "r7", "r8"];
const table = forms<object>()({
  enter: {
    asks: [
      choice("floorVolumeId", { from: "lines", rare: true }),
      quantity("quantity", {
        steps: ["5"],
        change: ["-1", "5"],
        line: () => ({ unit: "шт", most: "72", rest: "14" }),
      }),
    ],
    also: [
      words("notes", { max: 50, at: ["quantity", "confirm"] }),
      photos("photoIds", { max: 3, always: true }),
    ],
    follows: [reasonFor("planReason", ["rework", "other"], { captions: "reason", back: "quantity" })],
    typed: "quantity",
    confirm: true,
  },
});

const feature = formFeature({
  feature: "fact",
  forms: table,
  subject: z.object({ taskId: z.number() }),
  load: async () => ({}),
  title: () => "Заголовок",
  question: () => "Вопрос",
  caption: (_asked, what) => what,
  options: async () =>
    LINES.map((value) => ({ value, caption: `Строка ${value}`, rare: value.startsWith("r") })),
  settle: (before, { state }, field) =>
    field === "floorVolumeId" && before.answers[field] !== state.values[field]
      ? { ...state, values: { floorVolumeId: state.values[field] } }
      : state,
  async finish({ state, answers }) {
    const { floorVolumeId: line, quantity: amount, planReason, notes } = answers;
    if (Number(amount) > 14 && planReason === null)
      throw new DomainError("conflict", { sentence: "reason_required" });
    sent.push({
      line,
      quantity: amount,
      planReason: planReason?.text ?? null,
      notes,
      photos: state.photos.length,
    });
    return { message: { text: "Готово", buttons: [] } };
  },
  refused: async ({ state }) => ({ ...state, step: "planReason" }),
  resumed: () => "Начатое",
}) as unknown as AnyForms;

let chat: ReturnType<typeof createFormChat>;
const state = () => readForm(feature, chat.dialogue());
const press = (tail: string) => chat.press(`d1:${chat.dialogue()?.id}:${tail}`);

beforeEach(async () => {
  sent.length = 0;
  chat = createFormChat([feature]);
  await chat.open(feature, { form: "enter", subject: { taskId: 1 } });
});

const captions = () => chat.data().map((data) => data.split(":").slice(2).join(":"));

test("rare values are on pages behind a button", async () => {
  expect(captions()).toEqual(["pick:a", "pick:b", "page:1", "cancel"]);
  await press("page:1");
  expect(captions().slice(-4)).toEqual(["pick:r7", "page:2", "page:0", "cancel"]);
  await press("page:2");
  expect(captions()).toEqual(["pick:r8", "page:1", "cancel"]);
  await press("pick:r8");
  expect(state()).toMatchObject({ step: "quantity", page: 0, values: { floorVolumeId: "r8" } });
});

test("back from a question that is reachable from two others leads to the one it was opened from", async () => {
  await press("pick:a");
  await press("go:notes");
  await press("go:quantity");
  expect(state()?.step).toBe("quantity");
  await press("go:notes");
  await chat.say("ждали кран");
  expect(state()?.step).toBe("quantity");
  await press("add:5");
  await press("go:notes");
  await press("go:confirm");
  expect(state()).toMatchObject({ step: "confirm", values: { notes: "ждали кран", quantity: "5" } });
});

test("a quantity can be typed or changed at the confirmation, too; choosing another line clears it", async () => {
  await press("pick:a");
  await chat.say("7");
  await chat.say("9");
  await press("change:5");
  await press("change:-1");
  expect(state()).toMatchObject({ step: "confirm", values: { quantity: "13" } });
  await press("change:7");
  expect(chat.shown().toast).toBe("Этот шаг уже закрыт");
  await press("go:quantity");
  await press("go:floorVolumeId");
  await chat.say("3");
  expect(chat.shown().text).toContain("Здесь жду кнопку");
  await press("pick:a");
  expect(state()?.values["quantity"]).toBe("13");
  await press("go:floorVolumeId");
  await press("pick:b");
  expect(state()?.values).toEqual({ floorVolumeId: "b" });
});

test("a refusal opens the question that resolves it; its answer sends the form, a new quantity drops it", async () => {
  await press("pick:a");
  await chat.say("20");
  await press("send");
  expect(captions()).toEqual(["pick:rework", "pick:other", "go:quantity"]);
  await chat.say("15");
  expect(state()?.step).toBe("confirm");
  await press("send");
  await press("pick:rework");
  expect(sent).toEqual([{ line: "a", quantity: "15", planReason: "Переделка", notes: null, photos: 0 }]);
  expect(chat.dialogue()).toBeNull();
});

test("photos are accepted at any question, leave it open and are sent with the form", async () => {
  await chat.photo("one");
  await press("pick:a");
  await chat.photo("two");
  expect(state()?.step).toBe("quantity");
  await press("send");
  expect(chat.shown().toast).toBe("Этот шаг уже закрыт");
  await chat.say("5");
  for (const unique of ["three", "four"]) await chat.photo(unique);
  expect(chat.shown().text).toContain("3");
  await press("send");
  expect(sent).toMatchObject([{ photos: 3 }]);
});
