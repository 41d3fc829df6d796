import { describe, expect, test } from "vitest";
import { toInlineKeyboard } from "../buttons.ts";
import { unpackCommand, packCommand } from "./command-data.ts";
import type { FactDayCard } from "./fact-day-card.ts";
import { packRegistration, unpackRegistration } from "./registration-data.ts";
import { renderAccessClosed, renderStartApproved, renderStartRefused } from "./access.ts";
import { renderFactDayCard } from "./fact-day-card.ts";
import { renderUserRegistered } from "./user-registered.ts";
import { maskPhone, type UserRegistered } from "./user-registered.ts";

const ru = { locale: "ru", publicUrl: "https://sts.example" } as const;
const en = { locale: "en", publicUrl: "https://sts.example" } as const;
const HAIRLINE = "────────────────";

const day: FactDayCard = {
  objectId: 12,
  objectName: "СПК Блок Б",
  date: "2026-09-10",
  entered: 4,
  total: 8,
  by: ["Сергей Белов", "Антон Жилин"],
  modules: { fact: "18", plan: "18" },
  brackets: { fact: "17", plan: "28" },
  deviations: ["КРН-Н Запад 12: 6 из 11, нет материала"],
  progressPct: "59.6",
  deltaPct: "0.8",
  photos: 7,
  closed: false,
};

describe("fact.day_card", () => {
  test("reads as agreed", () => {
    const { text, buttons } = renderFactDayCard(day, ru);
    expect(text).toBe(
      [
        "<b>📐 СПК Блок Б · чт, 10 сентября</b>",
        HAIRLINE,
        "Внесено  4 из 8 · Белов, Жилин",
        "Модули  <b>18</b> при плане 18",
        "Кронштейны  <b>17</b> при плане 28",
        "Отклонения  КРН-Н Запад 12: 6 из 11, нет материала",
        "▓▓▓▓▓▓░░░░ 60% · за смену +0,8",
      ].join("\n"),
    );
    const url = "https://sts.example/?startapp=o12_fact";
    expect(toInlineKeyboard(buttons)).toEqual({
      inline_keyboard: [
        [
          { text: "Открыть", web_app: { url } },
          { text: "Фото · 7", web_app: { url } },
        ],
      ],
    });
  });

  test("lines without a value are left out, and there is no button for no photos", () => {
    const bare = {
      ...day,
      by: [],
      modules: null,
      brackets: null,
      deviations: [],
      progressPct: null,
      photos: 0,
    };
    const { text, buttons } = renderFactDayCard(bare, ru);
    expect(text).toBe(`<b>📐 СПК Блок Б · чт, 10 сентября</b>\n${HAIRLINE}\nВнесено  4 из 8`);
    expect(buttons.flat().map((button) => button.text)).toEqual(["Открыть"]);
  });

  test("a day without planned lines shows no plan; a loss keeps its own sign", () => {
    const odd = { ...day, total: 0, modules: { fact: "1152.5", plan: "0" }, deltaPct: "-0.25" };
    const { text } = renderFactDayCard(odd, ru);
    expect(text).toContain("Внесено  4 · Белов, Жилин\n");
    expect(text).toContain("Модули  <b>1\u202f152,5</b>\n");
    expect(text).toContain("за смену −0,3");
  });

  test("a long list of deviations ends with how many more there are", () => {
    const many = { ...day, deviations: Array.from({ length: 9 }, (_, at) => `строка ${at}`) };
    const { text } = renderFactDayCard(many, ru);
    expect(text).toContain("строка 6; и ещё 2\n");
    expect(text).not.toContain("строка 7");
  });

  test("names with signs of markup stay words, and the longest message fits", () => {
    const hostile = {
      ...day,
      objectName: '<b>&"',
      by: ["<i>"],
      deviations: Array(7).fill('"&<'.repeat(300)),
    };
    const { text } = renderFactDayCard(hostile, ru);
    expect(text).toContain("<b>📐 &lt;b&gt;&amp;&quot; · чт");
    expect(text.replace(/<\/?b>/g, "").replace(/&\w+;/g, "&").length).toBeLessThanOrEqual(4096);
  });

  test("in English", () => {
    const { text } = renderFactDayCard(day, en);
    expect(text).toContain("Entered  4 of 8");
    expect(text).toContain("60% · this shift +0.8");
  });
});

describe("user.registered", () => {
  const person: UserRegistered = {
    userId: 31,
    fullName: "Сергей Белов",
    phone: "+79164214217",
    username: "sbelov",
    source: null,
  };

  test("without an invitation a role is chosen or the request refused", () => {
    const { text, buttons } = renderUserRegistered(person, ru);
    expect(text).toBe(
      `<b>👥 Новый человек</b>\n${HAIRLINE}\nИмя  <b>Сергей Белов</b>\nТелефон  +7 916 ••• 42 17\nTelegram  @sbelov`,
    );
    expect(buttons).toEqual([
      [
        { kind: "callback", text: "Выбрать роль", data: "u:a:31" },
        { kind: "callback", text: "Отказать", data: "u:x:31" },
      ],
    ]);
  });

  test("with an invitation its role is one tap away", () => {
    const invited = { ...person, source: "приглашение, Дёмин", inviteRole: "safety" } as const;
    const { text, buttons } = renderUserRegistered(invited, ru);
    expect(text).toContain("Источник  приглашение, Дёмин");
    const captions = buttons.map((row) => row.map((button) => button.text));
    expect(captions).toEqual([["Открыть доступ: Специалист по охран…"], ["Другая роль", "Отказать"]]);
    expect(buttons[0]?.[0]).toMatchObject({ data: "u:g:31:safety" });
  });

  test("after the decision the card says who decided, and has no buttons", () => {
    const decision = {
      kind: "approved",
      role: "construction_itr",
      objectName: "СПК Блок Б",
      actor: "Тихонов",
    } as const;
    const { text, buttons } = renderUserRegistered({ ...person, decision }, ru);
    expect(text).toContain("\nДоступ открыт: Прораб (ИТР), СПК Блок Б. Решение: Тихонов");
    expect(buttons).toEqual([]);
    const refused = { kind: "refused", reason: "Нет такого сотрудника", actor: "Тихонов" } as const;
    const after = renderUserRegistered({ ...person, decision: refused }, ru);
    expect(after.text).toContain("\nДоступ не открыт. Решение: Тихонов\nПричина  Нет такого сотрудника");
  });

  test("a phone never shows whole", () => {
    expect(maskPhone("8 (916) 421-42-17")).toBe("+7 916 ••• 42 17");
    expect(maskPhone("+375291234567")).toBe("+375 ••• 45 67");
    expect(maskPhone("112")).toBe("•••");
  });
});

describe("what the person hears", () => {
  test("access is open", () => {
    const access = { role: "construction_itr", objectName: "СПК Блок Б", canEnterFacts: true } as const;
    const { text, buttons } = renderStartApproved(access, ru);
    expect(text).toBe(`<b>✅ Доступ открыт</b>\n${HAIRLINE}\nРоль  Прораб (ИТР)\nОбъект  СПК Блок Б`);
    expect(buttons[0]).toEqual([
      { kind: "callback", text: "Показать, что умею", data: "c:help" },
      { kind: "callback", text: "Внести факт", data: "c:fact" },
    ]);
    const viewer = renderStartApproved({ role: "viewer", objectName: null, canEnterFacts: false }, ru);
    expect(viewer.text).not.toContain("Объект");
    expect(viewer.buttons.flat()).toHaveLength(1);
  });

  test("access is refused or closed", () => {
    const refusal = { reason: "Нет такого сотрудника", admin: "Тихонов" };
    expect(renderStartRefused(refusal, ru).text).toBe(
      `<b>👋 Доступ не открыт</b>\n${HAIRLINE}\nПричина  Нет такого сотрудника\nЕсли это ошибка: Тихонов, администратор.`,
    );
    expect(renderAccessClosed(ru).text).toBe(
      `<b>⚠️ Доступ закрыт</b>\n${HAIRLINE}\nЕсли это ошибка, обратитесь к администратору.`,
    );
  });
});

describe("callback data", () => {
  test("comes back as it was packed", () => {
    const actions = [
      { action: "choose_role", userId: 2147483647 },
      { action: "refuse", userId: 1 },
      { action: "grant", userId: 31, role: "construction_itr" },
    ] as const;
    expect(actions.map((action) => unpackRegistration(packRegistration(action)))).toEqual(actions);
    expect(unpackCommand(packCommand("fact"))).toBe("fact");
  });

  test.each(["", "u:a", "u:a:0", "u:a:1:viewer", "u:g:1", "u:z:1", "u:a:1 ", "c:", "c:DROP", "c:a:b"])(
    "«%s» is nobody's",
    (data) => {
      expect(unpackRegistration(data)).toBeNull();
      expect(unpackCommand(data)).toBeNull();
    },
  );

  test("a keyboard refuses data that Telegram would refuse", () => {
    const button = (data: string) => [[{ kind: "callback", text: "a", data } as const]];
    expect(() => toInlineKeyboard(button("я".repeat(33)))).toThrow(RangeError);
    expect(() => toInlineKeyboard(button(""))).toThrow(RangeError);
    expect(toInlineKeyboard([[], ...button("x".repeat(64))]).inline_keyboard).toHaveLength(1);
  });
});
