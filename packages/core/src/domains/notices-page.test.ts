import { join } from "node:path";
import { EVENT_TYPES } from "@stsphera/contracts/vocabulary";
import { expect, test } from "vitest";
import { NOTICES } from "./index.ts";
import { noticesPage } from "./notices-page.ts";

const PAGE = join(import.meta.dirname, "../../../../docs/notifications.md");

test("the catalogue in the docs is that of the rows", async () => {
  await expect(noticesPage(NOTICES)).toMatchFileSnapshot(PAGE);
});

test("every event is in it", () => {
  const page = noticesPage(NOTICES);
  expect(EVENT_TYPES.filter((event) => !page.includes(`\`${event}\``))).toEqual([]);
});
