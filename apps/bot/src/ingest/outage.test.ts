import type { BotApi, Update } from "@stsphera/telegram";
import { expect, test } from "vitest";
import { createOutage } from "./outage.ts";

const update = (id: number, from = 5, chat = from): Update => ({
  update_id: id,
  message: {
    message_id: id,
    date: 0,
    from: { id: from, is_bot: false, first_name: "Вадим" },
    chat:
      chat < 0
        ? { id: chat, type: "group", title: "Захватка 2" }
        : { id: chat, type: "private", first_name: "Вадим" },
  },
});

test("each user is told of an outage once, groups never, and again at the next outage", async () => {
  const sent: unknown[] = [];
  const call = async (method: string, params: unknown): Promise<unknown> => sent.push([method, params]);
  const outage = createOutage({ call } as unknown as BotApi, () => undefined);
  await outage.tell([update(1), update(2), update(3, 6), update(4, 6, -9)]);
  expect(sent).toHaveLength(2);
  expect(JSON.stringify(sent[0])).toContain("Сервис недоступен");
  outage.over();
  await outage.tell([update(5)]);
  expect(sent).toHaveLength(3);
});
