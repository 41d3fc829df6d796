import type { Update } from "@stsphera/telegram";
import { expect, test } from "vitest";
import { storable } from "./storable.ts";

const press = (data: string): Update => ({
  update_id: 5,
  callback_query: {
    id: "q5",
    from: { id: 1, is_bot: false, first_name: "Ян\ud83d" },
    chat_instance: "1",
    data,
  },
});

test("characters that PostgreSQL refuses are replaced, everything else stays unchanged", () => {
  const kept = storable(press("d1:a\u0000b:save"));
  expect(kept.callback_query?.data).toBe("d1:a\ufffdb:save");
  expect(kept.callback_query?.from.first_name).toBe("Ян\ufffd");
  expect(storable(press("d1:ab:save 🏗"))).toMatchObject({
    update_id: 5,
    callback_query: { data: "d1:ab:save 🏗" },
  });
});
