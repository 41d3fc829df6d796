import { createDatabase } from "@stsphera/db";
import { createClock } from "@stsphera/db/clock";
import { createStorage } from "@stsphera/storage";
import { readEnvironment } from "./env.ts";
import { StoryDiffers } from "./checks/check-story.ts";
import { seed } from "./seed.ts";
import { PEOPLE } from "./story/people.ts";

const env = readEnvironment();
const log = (line: string) => console.log(line);
const db = createDatabase(env.databaseUrl, { max: 2, applicationName: "stsphera-seed" });
const clock = await createClock({
  sql: db.sql,
  sandbox: env.sandboxClock,
  warn: (message, error) => console.error(message, error),
});
const { telegramId, fullName } = PEOPLE.tikhonov;
if (env.adminTelegramIds.size > 0 && !env.adminTelegramIds.has(telegramId)) {
  log(`ADMIN_TELEGRAM_IDS does not name ${telegramId}: the story makes ${fullName} an admin all the same.`);
}
const began = performance.now();
try {
  const storage = env.storage === null ? {} : { storage: createStorage(env.storage) };
  await seed({ db, ...storage, now: clock.now(), log });
  log(`Done in ${((performance.now() - began) / 1000).toFixed(1)} s.`);
} catch (error) {
  console.error(error instanceof StoryDiffers ? error.message : error);
  process.exitCode = 1;
} finally {
  clock.stop();
  await db.close();
}
