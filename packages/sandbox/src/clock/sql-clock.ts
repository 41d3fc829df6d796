import postgres from "postgres";
import { changed, timeOf, viewOf, type ClockState, type DevelopmentClock } from "./clock.ts";

const refreshMs = 200;

const schema = `
  CREATE SCHEMA IF NOT EXISTS sandbox;
  CREATE TABLE IF NOT EXISTS sandbox.clock (
    id int PRIMARY KEY CHECK (id = 1),
    offset_ms bigint NOT NULL DEFAULT 0,
    frozen_at timestamptz(3)
  );
  INSERT INTO sandbox.clock (id) VALUES (1) ON CONFLICT (id) DO NOTHING;
`;

type Row = { offset_ms: string; frozen_at: Date | null };

/** The development clock shared by all processes: one row in PostgreSQL, read every 200 ms. */
export async function createSqlClock(
  databaseUrl: string,
  onError: (error: unknown) => void,
): Promise<DevelopmentClock> {
  const sql = postgres(databaseUrl, { max: 1, onnotice: () => undefined });
  await sql.unsafe(schema);

  let state = await load();
  let loading: Promise<void> | undefined;
  const timer = setInterval(() => {
    loading ??= refresh().finally(() => (loading = undefined));
  }, refreshMs);

  async function load(): Promise<ClockState> {
    const [row] = await sql<Row[]>`SELECT offset_ms, frozen_at FROM sandbox.clock WHERE id = 1`;
    return { offsetMs: Number(row?.offset_ms ?? 0), frozenAt: row?.frozen_at ?? null };
  }

  async function refresh(): Promise<void> {
    try {
      state = await load();
    } catch (error) {
      onError(error);
    }
  }

  return {
    now: () => timeOf(state, new Date()),
    read: async () => {
      state = await load();
      return viewOf(state, new Date());
    },
    change: async (change) => {
      const real = new Date();
      state = changed(await load(), change, real);
      const frozenAt = state.frozenAt?.toISOString() ?? null;
      await sql`UPDATE sandbox.clock SET offset_ms = ${state.offsetMs}, frozen_at = ${frozenAt} WHERE id = 1`;
      return viewOf(state, real);
    },
    close: async () => {
      clearInterval(timer);
      await loading;
      await sql.end({ timeout: 2 });
    },
  };
}
