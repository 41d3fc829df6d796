import type { UserActor } from "@stsphera/rbac";
import { afterAll, beforeAll, expect, test } from "vitest";
import { contractAsker } from "../testing/contract-asker.ts";
import { WORKING_DAY } from "../testing/journeys.ts";
import { type Cell, makeTestObject } from "../testing/make-object.ts";
import { openApi, type TestApi } from "../testing/open-api.ts";

let api: TestApi;
let people: Record<"admin" | "manager" | "foreman", UserActor>;
const { ask, notAsked } = contractAsker(() => api, WORKING_DAY);

beforeAll(async () => {
  api = await openApi();
  const [admin, manager] = [await api.world.as("admin"), await api.world.as("project_manager")];
  const foreman = await api.world.as("construction_itr");
  people = { admin, manager, foreman };
});
afterAll(() => api.close());

test("people: a newcomer is approved, their role is changed, everybody can read their own account", async () => {
  const { admin, foreman } = people;
  const newcomer = await api.world.createUser({ status: "pending", role: null, fullName: "Вадим Ершов" });
  const ids = { userId: newcomer.id };
  await ask("GET /api/me", { as: newcomer });
  await ask("GET /api/users", { as: admin, query: "?status=pending&sort=-createdAt" });
  const card = await ask<{ version: number }>("GET /api/users/:userId", { as: admin, ids });
  const transition = { to: "active", version: card.version, role: "installer" };
  const active = await ask<{ version: number }>("POST /api/users/:userId/transitions", {
    as: admin,
    ids,
    body: transition,
  });
  await ask("PATCH /api/users/:userId", {
    as: admin,
    ids,
    body: { role: "geodesist", version: active.version },
  });
  await ask("GET /api/me", { as: foreman });
  await ask("PATCH /api/me", { as: foreman, body: { timeZone: "Asia/Yekaterinburg" } });
});

let object: { id: number; cells: Cell[] };

test("an object is created with team, structure and plan, and started", async () => {
  object = await makeTestObject(ask, { ...people, director: await api.world.as("director") });
});

type Entered = { fact: { id: number; version: number; status: string }; floorVolume: { factQty: string } };
type Dash = {
  workTypes: { fact: string }[];
  progress: { pct: string };
  today: { entries: number; photos: number };
};

test("regression 15: a fact entered through the API is on the dashboard, in the ledger and on the map at once", async () => {
  const { manager, foreman } = people;
  const ids = { objectId: object.id };
  const before = await ask<Dash>("GET /api/objects/:objectId/dashboard", { as: manager, ids });
  const form = await ask<{ lines: unknown[]; others: unknown[] }>("GET /api/objects/:objectId/fact-form", {
    as: foreman,
    ids,
    query: "?date=2026-09-08",
  });
  expect(form.lines.length + form.others.length).toBe(4);
  const entered = await ask<Entered>("POST /api/objects/:objectId/facts", {
    as: foreman,
    ids,
    body: { floorVolumeId: object.cells[0]?.id, date: "2026-09-08", quantity: "12,5", workers: 4 },
  });
  const after = await ask<Dash>("GET /api/objects/:objectId/dashboard", { as: manager, ids });
  expect(before.workTypes[0]?.fact).toBe("0");
  expect(after.workTypes[0]?.fact).toBe("12.5");
  expect(after.today.entries).toBe(before.today.entries + 1);
  expect(Number(after.progress.pct)).toBeGreaterThan(Number(before.progress.pct));
  expect(entered.floorVolume.factQty).toBe("12.5");
  const ledger = await ask<{ items: { id: number }[] }>("GET /api/objects/:objectId/facts", {
    as: manager,
    ids,
  });
  expect(ledger.items.map((item) => item.id)).toContain(entered.fact.id);
  const map = await ask<{ facades: { floors: { fact: string }[] }[] }>(
    "GET /api/objects/:objectId/facade-map",
    {
      as: manager,
      ids,
      query: `?workTypeId=${(await firstWorkType()).id}`,
    },
  );
  expect(map.facades[0]?.floors.some((floor) => floor.fact === "12.5")).toBe(true);
  await ask("GET /api/dashboard", { as: manager });
});

async function firstWorkType(): Promise<{ id: number }> {
  const [row] = await api.world.db.read<{ id: number }>("select id from work_types where code = 'УТ-1'", []);
  if (row === undefined) throw new Error("no work type");
  return row;
}

async function entry(at: number, quantity = "10"): Promise<Entered> {
  const body = { floorVolumeId: object.cells[at]?.id, date: "2026-09-08", quantity, confirmDuplicate: true };
  return ask<Entered>("POST /api/objects/:objectId/facts", {
    as: people.foreman,
    ids: { objectId: object.id },
    body,
  });
}

test("an entry is explained, corrected, confirmed, undone or reversed; nothing is overwritten", async () => {
  const { manager, foreman } = people;
  const first = await entry(1);
  const ids = { factId: first.fact.id };
  await ask("GET /api/facts/:factId", { as: foreman, ids });
  const explained = await ask<{ version: number }>("POST /api/facts/:factId/reason", {
    as: foreman,
    ids,
    body: { version: first.fact.version, planReason: { code: "weather_wind" } },
  });
  const corrected = await ask<Entered>("POST /api/facts/:factId/correction", {
    as: foreman,
    ids,
    body: { version: explained.version, quantity: "8" },
  });
  expect(corrected.floorVolume.factQty).toBe("8");
  const confirmed = await ask<Entered>("POST /api/facts/:factId/transitions", {
    as: manager,
    ids: { factId: corrected.fact.id },
    body: { to: "confirmed", version: corrected.fact.version },
  });
  expect(confirmed.fact.status).toBe("confirmed");
  const reversed = await ask<Entered>("POST /api/facts/:factId/reversal", {
    as: manager,
    ids: { factId: corrected.fact.id },
    body: { version: confirmed.fact.version, reason: "внесено не туда" },
  });
  expect(reversed.floorVolume.factQty).toBe("0");
  const waiting = await entry(2);
  const day = await ask<{ confirmed: number[] }>("POST /api/objects/:objectId/facts/confirm-day", {
    as: manager,
    ids: { objectId: object.id },
    body: { date: "2026-09-08", factIds: [waiting.fact.id] },
  });
  expect(day.confirmed).toEqual([waiting.fact.id]);
  await ask("POST /api/facts/:factId/decision/undo", {
    as: manager,
    ids: { factId: waiting.fact.id },
    body: {},
  });
  const second = await entry(2);
  await ask("POST /api/facts/:factId/undo", { as: foreman, ids: { factId: second.fact.id }, body: {} });
  const third = await entry(2);
  const undone = await api.call("POST", `/api/facts/${third.fact.id}/undo`, { as: foreman });
  expect(undone.status).toBe(200);
});

test("photos are created, uploaded, attached to an entry or the journal, and opened", async () => {
  const { manager, foreman } = people;
  const announce = (name: string) =>
    ask<{ id: number; uploadUrl: string }>("POST /api/files", {
      as: foreman,
      body: { objectId: object.id, name, size: 1000, sha256: "0".repeat(64), contentType: "image/jpeg" },
    });
  const [one, other] = [await announce("Фасад юг.jpg"), await announce("узел.jpg")];
  expect(one.uploadUrl).toContain("X-Amz-Signature=");
  const { fact } = await entry(0, "1");
  await ask("POST /api/facts/:factId/photos", {
    as: foreman,
    ids: { factId: fact.id },
    body: { fileIds: [one.id] },
  });
  const ids = { objectId: object.id };
  await ask("POST /api/objects/:objectId/journal", { as: foreman, ids, body: { fileIds: [other.id] } });
  await ask("GET /api/objects/:objectId/journal", { as: manager, ids });
  await api.world.db.sql`update files set status = 'ready', width = 1280, height = 960 where id = ${one.id}`;
  await ask("POST /api/files/:fileId/complete", { as: foreman, ids: { fileId: one.id } });
  const link = await ask<{ location: string }>("GET /api/files/:fileId", {
    as: manager,
    ids: { fileId: one.id },
    query: "?thumb=320",
  });
  expect(link.location).toMatch(/^http:\/\/127\.0\.0\.1:9\/stsphera\/[\w-]+\/320\?.*X-Amz-Expires=600/);
  const seen = await ask<{ photos: { url: string; thumbUrl: string }[] }>("GET /api/facts/:factId", {
    as: manager,
    ids: { factId: fact.id },
  });
  expect(seen.photos[0]?.thumbUrl).toContain("X-Amz-Signature=");
});

test("opening balances are entered before the first entry of a cell", async () => {
  const body = { date: "2026-08-31", rows: [{ floorVolumeId: object.cells[3]?.id, quantity: "20" }] };
  const ids = { objectId: object.id };
  await ask("POST /api/objects/:objectId/opening-balances", { as: people.manager, ids, body });
});

test("notifications are listed, counted and marked read", async () => {
  const { manager } = people;
  const [row] = await api.world.db.read<{ id: number }>(
    `insert into notifications (user_id, key, type, category, priority, title, text, deep_link, created_at, updated_at)
     values ($1, 'day:1', 'fact.day_card', 'facts', 'normal', 'Факт', 'Утепление 12,5', 'o1', $2, $2) returning id`,
    [manager.id, api.world.now.toISOString()],
  );
  await ask("GET /api/notifications", { as: manager, query: "?unread=true&category=facts" });
  const summary = await ask<{ unread: number }>("GET /api/notifications/summary", { as: manager });
  expect(summary.unread).toBe(1);
  const ids = { notificationId: row?.id ?? 0 };
  await ask("POST /api/notifications/:notificationId/read", { as: manager, ids });
  await ask("POST /api/notifications/read-all", { as: manager, body: { category: "facts" } });
});

type Chat = { id: number; version: number; muted: string[]; ended: { why: string } | null };

test("a chat gets a code, is muted in part, unlinked and linked again", async () => {
  const { manager: as } = people;
  const ids = { objectId: object.id };
  await ask("POST /api/objects/:objectId/chats/codes", { as, ids, body: { codeHash: "0".repeat(64) } });
  const [link] = await api.world.db.sql<{ linkId: number }[]>`
    insert into object_chats (object_id, chat_id, title, locale, linked_by, linked_at)
    values (${object.id}, -1001, 'Площадка', 'ru', ${as.id}, ${api.world.now}) returning id as "linkId"`;
  const chat = { linkId: link?.linkId ?? 0 };
  const linked = () => ask<{ items: Chat[] }>("GET /api/objects/:objectId/chats", { as, ids });
  expect((await linked()).items).toMatchObject([{ id: chat.linkId, muted: [], ended: null }]);
  const muted = await ask<Chat>("PATCH /api/chats/:linkId", {
    as,
    ids: chat,
    body: { version: 1, muted: ["tasks"] },
  });
  const unlinked = await ask<Chat>("POST /api/chats/:linkId/unlink", {
    as,
    ids: chat,
    body: { version: muted.version },
  });
  expect(unlinked.ended?.why).toBe("unlinked");
  await ask("POST /api/chats/:linkId/relink", { as, ids: chat, body: { version: unlinked.version } });
  expect((await linked()).items).toMatchObject([{ id: chat.linkId, muted: ["tasks"], ended: null }]);
});

test("every route of the journey was called and met its contract", () => {
  expect(notAsked()).toEqual([]);
});
