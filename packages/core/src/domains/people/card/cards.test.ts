import { describe, expect, test } from "vitest";
import { renderAccessClosed, renderStartApproved, renderStartRefused } from "./access-messages.ts";
import { maskPhone } from "./mask-phone.ts";
import { newcomerCard, type NewPerson, type RegistrationDecision } from "./newcomer-card.ts";
import { packRegistration, unpackRegistration } from "./registration-data.ts";

const ru = { locale: "ru", publicUrl: "https://sts.example" } as const;
const HAIRLINE = "────────────────";

describe("user.registered", () => {
  const person: NewPerson = {
    userId: 31,
    fullName: "Сергей Белов",
    phone: "+79164214217",
    username: "sbelov",
    invitation: null,
  };

  const draw = (newcomer: NewPerson, decision: RegistrationDecision | null = null) =>
    newcomerCard.draw(newcomer, { ...ru, decision, mayDecide: true });

  test("without an invitation a role is chosen or the request rejected", () => {
    const { text, buttons } = draw(person);
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

  test("with an invitation one tap approves its role", () => {
    const invitation = { role: "safety", by: "Максим Дёмин", objectName: "СПК Блок Б" } as const;
    const invited = { ...person, invitation };
    const { text, buttons } = draw(invited);
    expect(text).toContain("Источник  приглашение, Дёмин, СПК Блок Б");
    const captions = buttons.map((row) => row.map((button) => button.text));
    expect(captions).toEqual([["Открыть доступ: Специалист по охран…"], ["Другая роль", "Отказать"]]);
    expect(buttons[0]?.[0]).toMatchObject({ data: "u:g:31:safety" });
  });

  test("after the decision the card names the decider and has no buttons", () => {
    const decision = {
      kind: "approved",
      role: "construction_itr",
      objectName: "СПК Блок Б",
      actor: "Тихонов",
    } as const;
    const { text, buttons } = draw(person, decision);
    expect(text).toContain("\nДоступ открыт: Прораб (ИТР), СПК Блок Б. Решение: Тихонов");
    expect(buttons).toEqual([]);
    const refused = { kind: "refused", reason: "Нет такого сотрудника", actor: "Тихонов" } as const;
    const after = draw(person, refused);
    expect(after.text).toContain("\nДоступ не открыт. Решение: Тихонов\nПричина  Нет такого сотрудника");
  });

  test("a phone is never shown completely", () => {
    expect(maskPhone("8 (916) 421-42-17")).toBe("+7 916 ••• 42 17");
    expect(maskPhone("+375291234567")).toBe("+375 ••• 45 67");
    expect(maskPhone("112")).toBe("•••");
  });
});

describe("messages to the user", () => {
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
    const member = renderStartApproved({ role: "supply", objectName: null, canEnterFacts: false }, ru);
    expect(member.text).toContain("На объект добавляет руководитель проекта");
  });

  test("access is refused or closed", () => {
    const refusal = { reason: "Нет такого сотрудника", admin: "Тихонов" };
    expect(renderStartRefused(refusal, ru).text).toBe(
      `<b>👋 Доступ не открыт</b>\n${HAIRLINE}\nПричина  Нет такого сотрудника\nЕсли это ошибка: Тихонов, администратор.`,
    );
    expect(renderStartRefused(refusal, ru).buttons.flat()).toEqual([
      { kind: "callback", text: "Попросить снова", data: "r:again" },
    ]);
    expect(renderAccessClosed(ru).text).toBe(
      `<b>⚠️ Доступ закрыт</b>\n${HAIRLINE}\nЕсли это ошибка, обратитесь к администратору.`,
    );
  });
});

describe("callback data", () => {
  test("unpacks to what was packed", () => {
    const actions = [
      { action: "choose_role", userId: 2147483647 },
      { action: "refuse", userId: 1 },
      { action: "grant", userId: 31, role: "construction_itr" },
    ] as const;
    expect(actions.map((action) => unpackRegistration(packRegistration(action)))).toEqual(actions);
  });

  test.each(["", "u:a", "u:a:0", "u:a:1:viewer", "u:g:1", "u:z:1", "u:a:1 "])(
    "«%s» is not recognized",
    (data) => {
      expect(unpackRegistration(data)).toBeNull();
    },
  );
});
