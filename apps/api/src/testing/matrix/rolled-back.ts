import type { AppDeps } from "../../deps.ts";

class RollBack extends Error {}

export type RolledBack = {
  db: AppDeps["db"];
  /** Number of commands that reached their commit since the last call. */
  takeDone(): number;
};

/**
 * A database on which every command runs to its end and is rolled back: allowed requests answer as usual, and the world
 * stays unchanged for the next one.
 */
export function rolledBack(db: AppDeps["db"]): RolledBack {
  let done = 0;
  type Transaction = typeof db.orm.transaction;
  const transaction: Transaction = async (work) => {
    const outcome: Awaited<ReturnType<typeof work>>[] = [];
    try {
      await db.orm.transaction(async (tx) => {
        outcome.push(await work(tx));
        throw new RollBack("rolled back");
      });
    } catch (error) {
      if (!(error instanceof RollBack)) throw error;
    }
    if (outcome.length === 0) throw new Error("nothing came of the work");
    done += 1;
    return outcome[0] as Awaited<ReturnType<typeof work>>;
  };
  const orm = new Proxy(db.orm, {
    get: (target, key) =>
      key === "transaction"
        ? transaction
        : (Reflect.get(target, key) as (typeof target)[keyof typeof target]),
  });
  return {
    db: { ...db, orm },
    takeDone() {
      const taken = done;
      done = 0;
      return taken;
    },
  };
}
