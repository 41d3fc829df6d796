import { expect } from "@playwright/test";
import { signIn } from "./support/api-client.ts";
import { drawPhoto } from "./support/photos.ts";
import { buttonsOf, PEOPLE, sandboxClient } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

type Form = {
  lines: {
    floorVolumeId: number;
    workType: { code: string };
    facade: string;
    floor: string;
    planToday: string;
    done: string;
  }[];
};
type Facts = {
  items: {
    id: number;
    quantity: string;
    floorVolumeId: number;
    photos: { status: string; thumbUrl: string | null }[];
  }[];
};
type Board = { modules: { fact: string }; today: { entries: number } };

test("the day through HTTP alone: control API in, API out", async () => {
  const { front, sandbox } = system();
  const people = sandboxClient(sandbox);
  await people.clock({ advanceSeconds: 60 });
  const manager = await signIn(front, await people.initData(PEOPLE.manager));
  const objects = await manager<{ items: { id: number; name: string }[] }>("GET", "/objects");
  const object = objects.items.find((one) => one.name === "СПК Блок Б");
  if (object === undefined) throw new Error("the demo object is not there");
  const before = await manager<Board>("GET", `/objects/${object.id}/dashboard`);

  const foreman = await signIn(front, await people.initData(PEOPLE.foreman));
  const form = await foreman<Form>("GET", `/objects/${object.id}/fact-form`);
  const line = form.lines.find((one) => one.workType.code === "МОД" && one.facade === "Запад");
  if (line === undefined) throw new Error("modules of the West are not among the lines");

  await people.say(PEOPLE.foreman, { text: "/fact" });
  await people.pressCaption(PEOPLE.foreman, /Запад/);
  await people.awaitMessage(PEOPLE.foreman, (message) => /Сколько сделано/.test(message.text ?? ""));
  await people.say(PEOPLE.foreman, { text: "3" });
  await people.pressCaption(PEOPLE.foreman, /Записать · 3/);
  await people.awaitMessage(PEOPLE.foreman, (message) => /Записано/.test(message.text ?? ""));
  const photos = await Promise.all([11, 12, 13].map(async (n) => (await drawPhoto(n)).toString("base64")));
  await people.say(PEOPLE.foreman, { photos });

  const card = await people.awaitMessage(
    PEOPLE.manager,
    (message) => /СПК Блок Б/.test(message.text ?? "") && /Модули/.test(message.text ?? ""),
  );
  expect(buttonsOf(card).some((button) => button.webApp !== undefined)).toBe(true);

  let entry: Facts["items"][number] | undefined;
  await expect
    .poll(
      async () => {
        const facts = await manager<Facts>("GET", `/objects/${object.id}/facts?sort=-createdAt`);
        entry = facts.items.find(
          (fact) => fact.floorVolumeId === line.floorVolumeId && fact.quantity === "3",
        );
        return entry?.photos.filter((photo) => photo.status === "ready").length;
      },
      { timeout: 30_000 },
    )
    .toBe(3);
  const thumb = await fetch(entry?.photos[0]?.thumbUrl ?? "");
  expect(thumb.status).toBe(200);
  expect(thumb.headers.get("content-type")).toMatch(/^image\//);
  const after = await manager<Board>("GET", `/objects/${object.id}/dashboard`);
  expect(Number(after.modules.fact)).toBe(Number(before.modules.fact) + 3);
});
