import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { refusedSettings, refusedSettingsPage } from "./refused-settings.ts";

const rows = refusedSettings();
const cells = (page: string) => page.replace(/[ \t]*\|[ \t]*/g, "|").replace(/-{3,}/g, "---");
const PAGE = join(import.meta.dirname, "../docs/refused-settings.md");

test("docs/refused-settings.md lists what the programs refuse, each with its sentence", async () => {
  const page = refusedSettingsPage(rows);
  const stands = await readFile(PAGE, "utf8").catch(() => "");
  if (cells(stands) !== cells(page)) await expect(page).toMatchFileSnapshot(PAGE);
});

test("weak, short, shared, missing and foreign secrets are all among them", () => {
  const sentences = rows.map(({ sentence }) => sentence);
  for (const name of [
    "JWT_SECRET",
    "WEBHOOK_SECRET",
    "S3_SECRET_KEY",
    "BACKUP_CIPHER",
    "ALERT_WEBHOOK_SECRET",
    "VAPID_PRIVATE_KEY",
  ]) {
    const own = sentences.filter((sentence) => sentence.startsWith(name)).join("; ");
    for (const what of ["easily guessed", "made for development", "characters or more"])
      expect(own, name).toContain(what);
    // The first of two equal ones is named second.
    if (name !== "JWT_SECRET") expect(own).toContain("is the same as another secret");
  }
  expect(sentences.filter((sentence) => /invalid input|too big|too small|\.0 /i.test(sentence))).toEqual([]);
  expect(sentences).toEqual(
    expect.arrayContaining([
      "the password in DATABASE_URL is a default or easily guessed",
      "the password in MIGRATE_DATABASE_URL is a default or easily guessed",
      "TELEGRAM_API_ROOT must begin with https://",
      "TRUSTED_PROXIES must be networks of your own, not everyone's",
      "NODE_ENV=test is for tests only",
      "SANDBOX_CLOCK is for development only",
      "SANDBOX_PUSH is for development only",
    ]),
  );
});
