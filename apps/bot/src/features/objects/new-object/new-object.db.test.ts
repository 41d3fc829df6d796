import { afterEach, beforeEach, expect, test } from "vitest";
import { type BotWorld, closeQuiet, createBotWorld } from "../../../testing/bot-world.ts";
import { CONTRACT, FOREMAN, MANAGER } from "../../../testing/chats.ts";

let bot: BotWorld;

beforeEach(async () => {
  bot = await createBotWorld();
});
afterEach(() => closeQuiet(bot));

const objects = () =>
  bot.world.db.read<{ name: string }>(
    `select o.name, o.city, o.address, o.customer, o.status, o.contract_date::text as contract,
       o.deadline::text as deadline, o.facade_types as facades,
       (select array_agg(u.full_name || ' ' || r.role order by u.full_name)
          from object_roles r join users u on u.id = r.user_id where r.object_id = o.id) as team
     from objects o order by o.id`,
    [],
  );

async function tell(who: number, ...answers: string[]): Promise<void> {
  for (const answer of answers) await bot.say(who, answer);
}

test("a manager creates an object, across a restart, and adds a person to it at once", async () => {
  await tell(MANAGER, "/newobject", "БЦ «Север» <2>", "Москва, проезд Стеклодувов, вл. 6", "ООО «СЗ»");
  await bot.restart();
  await tell(MANAGER, "20.03.2026");
  await bot.press(MANAGER, "Пока без даты");
  expect(bot.captions(MANAGER)).not.toContain("Дальше");
  await bot.press(MANAGER, "☐ Модульный");
  await bot.press(MANAGER, "☐ Вентилируемый");
  await bot.press(MANAGER, "☑ Вентилируемый");
  await bot.press(MANAGER, "Дальше");
  expect(bot.last(MANAGER).text).toContain("<b>🏗 БЦ «Север» &lt;2&gt;</b>");
  expect(bot.last(MANAGER).text).toContain("РП  Олег Дёмин");
  await bot.press(MANAGER, "Создать объект");
  expect(await objects()).toEqual([
    {
      name: "БЦ «Север» <2>",
      city: "Москва",
      address: "проезд Стеклодувов, вл. 6",
      customer: "ООО «СЗ»",
      status: "draft",
      contract: "2026-03-20",
      deadline: null,
      facades: ["spk_modular"],
      team: ["Олег Дёмин project_manager"],
    },
  ]);
  await bot.press(MANAGER, "Добавить человека");
  await bot.say(MANAGER, "Белов");
  await bot.press(MANAGER, "Белов");
  await bot.press(MANAGER, "Прораб");
  await bot.press(MANAGER, "Добавить");
  expect(await objects()).toMatchObject([
    { team: ["Олег Дёмин project_manager", "Сергей Белов construction_itr"] },
  ]);
});

test("a user who cannot lead the object names the manager", async () => {
  await tell(CONTRACT, "/newobject", "НВФ Школа", "Тверь, Южная, 1", "Город", "1.02.2026", "17.10.2026");
  await bot.press(CONTRACT, "☐ Вентилируемый");
  await bot.press(CONTRACT, "Дальше");
  await bot.press(CONTRACT, "Дёмин");
  await bot.press(CONTRACT, "← Назад");
  await bot.press(CONTRACT, "Дёмин");
  await bot.press(CONTRACT, "Создать объект");
  expect(await objects()).toMatchObject([
    { deadline: "2026-10-17", team: ["Дарья Орлова contract", "Олег Дёмин project_manager"] },
  ]);
  expect(bot.captions(CONTRACT)).not.toContain("Добавить человека");
});

test("two presses on «Создать объект» create one", async () => {
  await tell(MANAGER, "/newobject", "БЦ Север", "Москва, Южная, 1", "СЗ");
  await bot.press(MANAGER, "Пока без даты");
  await bot.press(MANAGER, "Пока без даты");
  await bot.press(MANAGER, "☐ Модульный");
  await bot.press(MANAGER, "Дальше");
  const { keyboard, messageId } = bot.last(MANAGER);
  const create = keyboard[0]?.[0]?.callback_data ?? "";
  await bot.deliver(
    bot.callbackUpdate(MANAGER, create, messageId),
    bot.callbackUpdate(MANAGER, create, messageId),
  );
  expect(await objects()).toHaveLength(1);
  expect(bot.captions(MANAGER)).toContain("Добавить человека");
});

test("a long address without a comma is kept in full", async () => {
  const address = `Тверская область, ${"Большая Садовая улица ".repeat(6)}дом 1`;
  const whole = address.replace(",", "");
  for (const [name, place] of [
    ["Один", address],
    ["Два", whole],
  ] as const) {
    await tell(MANAGER, "/newobject", name, place, "СЗ");
    await bot.press(MANAGER, "Пока без даты");
    await bot.press(MANAGER, "Пока без даты");
    await bot.press(MANAGER, "☐ Модульный");
    await bot.press(MANAGER, "Дальше");
    await bot.press(MANAGER, "Создать объект");
  }
  expect(await objects()).toMatchObject([
    { city: "Тверская область", address: address.slice("Тверская область, ".length) },
    { city: "", address: whole },
  ]);
  await tell(MANAGER, "/newobject", "Три", "д".repeat(301));
  expect(bot.last(MANAGER).text).toBe("Слишком длинно: помещается до 300 знаков.");
});

test("a deadline before the contract is asked for again, and so is an address without its street", async () => {
  await tell(MANAGER, "/newobject", "БЦ Север", "Москва");
  expect(bot.last(MANAGER).text).toContain("Напишите город и адрес через запятую");
  await tell(MANAGER, "Москва, Южная, 1", "СЗ", "1.02.2027", "1.01.2027");
  await bot.press(MANAGER, "☐ Модульный");
  await bot.press(MANAGER, "Дальше");
  await bot.press(MANAGER, "Создать объект");
  expect(bot.telegram.toasts().at(-1)).toBe("Срок раньше даты договора");
  expect(await objects()).toEqual([]);
});

test("an implausible deadline is asked for again, with a reason", async () => {
  await tell(MANAGER, "/newobject", "БЦ Север", "Москва, Южная, 1", "СЗ", "20.03.2026", "17.10.2062");
  await bot.press(MANAGER, "☐ Модульный");
  await bot.press(MANAGER, "Дальше");
  await bot.press(MANAGER, "Создать объект");
  expect(bot.telegram.toasts().at(-1)).toBe("Слишком далёкая дата");
  expect(bot.last(MANAGER).text).toContain("К какому дню сдать?");
  await bot.say(MANAGER, "17.10.2027");
  await bot.press(MANAGER, "Дальше");
  await bot.press(MANAGER, "Создать объект");
  expect(await objects()).toMatchObject([{ deadline: "2027-10-17" }]);
  await bot.press(MANAGER, "Карточка объекта");
  expect(bot.last(MANAGER).text).toContain("Срок  17 октября 2027");
  await bot.say(MANAGER, "/objects");
  expect(bot.last(MANAGER).text).toContain("черновик · до 17 октября 2027");
});

test("a page of objects or of a team past the end shows the last one", async () => {
  const { id } = await bot.world.createTestObject({ team: ["construction_itr"] });
  await bot.say(MANAGER, "/objects");
  await bot.pressData(MANAGER, "ob:l:5");
  expect(bot.last(MANAGER).text).toContain("СПК Блок Б");
  await bot.pressData(MANAGER, `ob:t:${id}:5`);
  expect(bot.last(MANAGER).text).toContain("Сергей Белов");
});

test("an invalid day is refused with a reason; /newobject resumes the dialogue; /cancel drops it", async () => {
  await tell(MANAGER, "/newobject", "БЦ Север", "Москва, Южная, 1", "СЗ", "весной");
  expect(bot.last(MANAGER).text).toBe("Здесь жду день. Например: 24.09");
  await tell(MANAGER, "/newobject");
  expect(bot.last(MANAGER).text).toContain("Новый объект: БЦ Север");
  await bot.press(MANAGER, "Продолжить");
  expect(bot.last(MANAGER).text).toContain("Дата договора?");
  await tell(MANAGER, "/cancel");
  expect(await objects()).toEqual([]);
});

test("a foreman creates no objects", async () => {
  await bot.say(FOREMAN, "/newobject");
  expect(bot.last(FOREMAN).text).toContain("⚠️ Нет права");
});
