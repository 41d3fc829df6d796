import { sql } from "drizzle-orm";
import { APPLICATION_ROLE } from "../application-role/index.ts";
import type { Orm } from "../client.ts";

/** Every transaction has the application role's privileges: a missing grant fails the tests of the verb that needs it. */
export function asApplication(orm: Orm): Orm {
  const transaction: Orm["transaction"] = (work, config) =>
    orm.transaction(async (tx) => {
      await tx.execute(sql.raw(`set local role ${APPLICATION_ROLE}`));
      return work(tx);
    }, config);
  return new Proxy(orm, {
    get: (target, key) =>
      key === "transaction"
        ? transaction
        : (Reflect.get(target, key) as (typeof target)[keyof typeof target]),
  });
}
