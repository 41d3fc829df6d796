import { expect, type Page } from "@playwright/test";
import { lastMessage, openChat, press, say } from "./support/chat.ts";
import { PEOPLE } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const artefact = (name: string) => `artifacts/team/${name}.png`;
const OBJECT = "НВФ Лицей на Садовой";
const TASK = "Принять фронт работ, ось 4";

const sees = (page: Page, text: RegExp) => expect(lastMessage(page, text)).toBeVisible();

test("a newcomer becomes a foreman, gets a task, declines it, gets it again and does it", async ({
  page,
}) => {
  test.setTimeout(240_000);
  page.setDefaultTimeout(20_000);
  await page.goto(system().sandbox);

  await test.step("the newcomer registers", async () => {
    await openChat(page, PEOPLE.newcomer);
    await say(page, "/start");
    await sees(page, /фасадные объекты/);
    await press(page, /^Начать$/);
    await sees(page, /Как вас записать/);
    await say(page, "Павел Снегирёв");
    await sees(page, /ваш телефон/);
    await say(page, "Без телефона");
    await sees(page, /Заявка отправлена/);
    await page.screenshot({ path: artefact("1-newcomer") });
  });

  await test.step("the administrator approves the newcomer as a foreman", async () => {
    await openChat(page, PEOPLE.admin);
    await expect(lastMessage(page, /Новый человек/)).toContainText("Павел Снегирёв");
    await press(page, /Выбрать роль/);
    await press(page, /Прораб/);
    await sees(page, /Доступ открыт: Прораб/);
    await page.screenshot({ path: artefact("2-admin") });
    await openChat(page, PEOPLE.newcomer);
    await sees(page, /Доступ открыт/);
  });

  await test.step("the manager creates an object, one answer at a time", async () => {
    await openChat(page, PEOPLE.manager);
    await say(page, "/newobject");
    await sees(page, /Как называется/);
    await say(page, OBJECT);
    await sees(page, /Напишите город и адрес/);
    await say(page, "Казань, ул. Садовая, 5");
    await sees(page, /Кто заказчик/);
    await say(page, "ООО «Лицей»");
    await sees(page, /Дата договора/);
    await say(page, "01.09.2026");
    await sees(page, /К какому дню сдать/);
    await press(page, /Пока без даты/);
    await sees(page, /Какие фасады/);
    await press(page, /Вентилируемый/);
    await press(page, /^Дальше$/);
    await sees(page, /Всё верно/);
    await page.screenshot({ path: artefact("3-new-object") });
    await press(page, /Создать объект/);
    await sees(page, /Объект создан/);
  });

  await test.step("the manager adds the foreman to it", async () => {
    await press(page, /Добавить человека/);
    await sees(page, /Кого\? Нажмите или напишите фамилию/);
    await say(page, "снегир");
    await press(page, /Снегирёв Павел/);
    await sees(page, /В какой роли/);
    await press(page, /Прораб/);
    await expect(lastMessage(page, /добавить человека/)).toContainText("Роль");
    await press(page, /^Добавить$/);
    await expect(lastMessage(page, /Команда/)).toContainText("Павел Снегирёв");
    await page.screenshot({ path: artefact("4-team") });
  });

  await test.step("the manager assigns a task for tomorrow", async () => {
    await say(page, "/newtask");
    await sees(page, /какой объект/);
    await press(page, new RegExp(OBJECT));
    await sees(page, /Что сделать/);
    await say(page, TASK);
    await sees(page, /Кому\?/);
    await press(page, /Снегирёв/);
    await sees(page, /К какому дню/);
    await press(page, /завтра/i);
    await expect(lastMessage(page, /Исполнитель/)).toContainText("Снегирёв П.");
    await page.screenshot({ path: artefact("5-new-task") });
    await press(page, /Поставить задачу/);
  });

  await test.step("the foreman declines: the work front is not ready", async () => {
    await openChat(page, PEOPLE.newcomer);
    await expect(lastMessage(page, new RegExp(TASK))).toContainText(OBJECT);
    await page.screenshot({ path: artefact("6-task") });
    await press(page, /^Не беру$/);
    await sees(page, /Почему не берёте/);
    await press(page, /Нет фронта/);
    await sees(page, /Новая|Не берут|Записано/);
  });

  await test.step("the manager assigns it again", async () => {
    await openChat(page, PEOPLE.manager);
    // The list of a busy day names it too: the card is the one with the button.
    const declined = page
      .getByTestId("message")
      .filter({ hasText: /Не берут/ })
      .filter({ has: page.getByTestId("inline-button").filter({ hasText: /Назначить/ }) })
      .last();
    await expect(declined).toContainText("Нет фронта");
    await page.screenshot({ path: artefact("7-declined") });
    await declined
      .getByTestId("inline-button")
      .filter({ hasText: /Назначить/ })
      .first()
      .click();
    await sees(page, /Кому\?/);
    await press(page, /Снегирёв/);
    await expect(lastMessage(page, new RegExp(TASK))).toContainText("Исполнитель  Снегирёв");
  });

  await test.step("the foreman takes it, does it and hands it in", async () => {
    await openChat(page, PEOPLE.newcomer);
    await press(page, /Беру в работу/);
    await sees(page, /В работе/);
    await press(page, /^Сдать$/);
    await sees(page, /Фото можно прислать/);
    await press(page, /^Сдать$/);
    await sees(page, /На проверке/);
    await page.screenshot({ path: artefact("8-submitted") });
  });

  await test.step("the manager accepts the work", async () => {
    await openChat(page, PEOPLE.manager);
    await expect(lastMessage(page, /На проверке/)).toContainText(TASK);
    await press(page, /Работа принята/);
    await expect(lastMessage(page, new RegExp(TASK))).toContainText("Выполнена");
    await page.screenshot({ path: artefact("9-accepted") });
    await openChat(page, PEOPLE.newcomer);
    await expect(lastMessage(page, new RegExp(TASK))).toContainText("Выполнена");
  });
});
