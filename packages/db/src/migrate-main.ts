import { migrationSettings } from "./env.ts";
import { migrate } from "./migrate.ts";

const { ownerUrl, login } = migrationSettings();
const { confined } = await migrate(ownerUrl, { login });
console.log("Database schema is up to date.");
if (login) console.log(`The services sign in as ${login.user}, with the rights of the application alone.`);
else if (!confined) console.log("The owner may not make roles: the services work as the owner.");
