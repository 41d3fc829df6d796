import postgres, { type Sql } from "postgres";

/** Thrown where the address leads to a pooler that changes the server between statements. */
export class SharedServerConnection extends Error {
  override name = "SharedServerConnection";
  constructor() {
    super(
      "DATABASE_URL leads to a pooler in transaction or statement mode, which keeps no prepared statements, settings, " +
        "locks or LISTEN of a connection. Set pool_mode = session, or name PostgreSQL itself.",
    );
  }
}

const WITHIN_SECONDS = 5;
const ROUNDS = 3;

/**
 * Throws SharedServerConnection when two open connections are served by one PostgreSQL process, or one connection by
 * several. Other errors say that the database does not answer.
 */
export async function assertOwnSessions(url: string): Promise<void> {
  const [one, other] = [openOne(url), openOne(url)];
  const limit = AbortSignal.timeout(WITHIN_SECONDS * 2_000);
  const late = new Promise<never>((_, reject) =>
    limit.addEventListener("abort", () =>
      reject(new Error("the database did not answer the first statements")),
    ),
  );
  try {
    await Promise.race([late, compare(one, other)]);
  } finally {
    await Promise.all([one.end({ timeout: 0 }), other.end({ timeout: 0 })]);
  }
}

async function compare(one: Sql, other: Sql): Promise<void> {
  const first = await processOf(one);
  const own = async () => (await processOf(one)) === first;
  for (let round = 0; round < ROUNDS; round += 1) {
    // Statement mode refuses transactions, so plain statements come first. A transaction holds its server: a shared one
    // is either seen here, or no longer free for the first connection.
    if (!(await own()) || (await processOf(other)) === first) throw new SharedServerConnection();
    if ((await other.begin((tx) => processOf(tx))) === first || !(await own()))
      throw new SharedServerConnection();
  }
}

async function processOf(sql: Pick<Sql, "unsafe">): Promise<number | undefined> {
  const [row] = await sql.unsafe<{ pid: number }[]>("select pg_backend_pid() as pid");
  return row?.pid;
}

function openOne(url: string): Sql {
  const connection = { application_name: "stsphera-check" };
  return postgres(url, { max: 1, connection, connect_timeout: WITHIN_SECONDS, onnotice: () => undefined });
}
