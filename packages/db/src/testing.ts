export {
  createTestDatabase,
  openTestDatabases,
  type TestDatabase,
  type TestServer,
} from "./testing/create-database.ts";
export { type OpenTestDatabase, openTestDatabase, spareDatabases } from "./testing/open-database.ts";
export { type Pooler, startPooler } from "./testing/pooler.ts";
