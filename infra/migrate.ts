// What production runs once before its services: the schema and the rights of the database, and a store that stores.
import { randomBytes } from "node:crypto";
import { setTimeout as sleep } from "node:timers/promises";
import { migrate, migrationSettings } from "@stsphera/db/migrate";
import { readEnvironment, required, storageSettings, storageShape } from "@stsphera/service";
import { createStorage, type Storage } from "@stsphera/storage";

const PATIENCE_MS = 60_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

const given = readEnvironment({ DATABASE_URL: required, ...storageShape }, process.env);
const { ownerUrl, login } = migrationSettings();
const { confined } = await migrate(ownerUrl, { login });
say("Database schema is up to date.");
if (login) say(`The services sign in as ${login.user}, with the rights of the application alone.`);
else if (!confined) say("The owner may not make roles: the services work as the owner.");

await whenItAnswers(() => prepareStore(createStorage(storageSettings(given))));
say("The object store has its bucket, and keeps what it is given.");

/** Makes the bucket, and proves that an object can be written, read back and deleted. */
async function prepareStore(storage: Storage): Promise<void> {
  await storage.ensureBucket();
  const key = "system/proof";
  const bytes = randomBytes(64);
  await storage.put(key, bytes, "application/octet-stream");
  if (!bytes.equals(await storage.get(key)))
    throw new Error("the object store returned other bytes than it was given");
  await storage.delete(key);
}

/** A store that has just been started may not answer yet. */
async function whenItAnswers(work: () => Promise<void>): Promise<void> {
  const until = performance.now() + PATIENCE_MS;
  for (let pause = 500; ; pause = Math.min(5_000, pause * 2)) {
    try {
      return await work();
    } catch (error) {
      if (performance.now() + pause > until) throw error;
      await sleep(pause);
    }
  }
}
