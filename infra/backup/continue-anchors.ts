// After a restore, before the services start: the audit log goes on from what was restored.
// node bin/continue-anchors.mjs
import { createDatabase } from "@stsphera/db";
import { migrationSettings } from "@stsphera/db/migrate";
import { readEnvironment, storageSettings, storageShape } from "@stsphera/service";
import { createStorage } from "@stsphera/storage";
import { putAnchorsAside } from "./put-anchors-aside.ts";

const storage = createStorage(storageSettings(readEnvironment(storageShape, process.env)));
const db = createDatabase(migrationSettings().ownerUrl, { max: 1, applicationName: "stsphera-anchors" });
try {
  const aside = await putAnchorsAside(db, storage, new Date());
  process.stdout.write(
    aside === 0
      ? "Every anchor of the audit log fits what was restored.\n"
      : `${aside} anchors of lost rows were put aside; the audit log goes on from its newest row.\n`,
  );
} finally {
  await db.close();
}
