import { databaseUrl } from "./env.ts";
import { migrate } from "./migrate.ts";

await migrate(databaseUrl());
console.log("Database schema is up to date.");
