import { rmSync } from "node:fs";
import postgres from "postgres";
import { root } from "../../scripts/launch/data-folder.ts";
import { temporaryFolder } from "../../scripts/temporary-folder.ts";
import { freePortBase } from "../../scripts/testing/free-port-base.ts";
import { claim, prove, type Proof } from "../reliability/support/report.ts";
import { makeOwnedDatabase, startPostgres15 } from "./support/postgres-15.ts";
import { startOnce } from "./support/start-once.ts";
import { runTests, testClaims, testFigures } from "./support/tests.ts";

const START_SECONDS = 300;

/** Checks that the services' login can only add to the audit log and the ledger. */
async function refusals(serviceUrl: string): Promise<string[]> {
  const sql = postgres(serviceUrl, { max: 1, onnotice: () => undefined });
  const codes: string[] = [];
  try {
    for (const table of ["audit_log", "audit_chain", "daily_plan_fact"]) {
      const column = table === "daily_plan_fact" ? "quantity" : table === "audit_log" ? "reason" : "hash";
      for (const statement of [
        `update ${table} set ${column} = null`,
        `delete from ${table}`,
        `truncate ${table} cascade`,
      ]) {
        codes.push(
          await sql.unsafe(statement).then(
            () => "done",
            (error: { code?: string }) => error.code ?? "",
          ),
        );
      }
    }
    return codes;
  } finally {
    await sql.end({ timeout: 2 });
  }
}

const ownEnvironment = (): Record<string, string> =>
  Object.fromEntries(
    ["HOME", "PATH", "LANG", "TMPDIR", "USER"].flatMap((name) => {
      const value = process.env[name];
      return value === undefined ? [] : [[name, value]];
    }),
  );

/** `npm start` and the tests with `DATABASE_URL` of a PostgreSQL 15 whose owner is not a superuser. */
export function givenDatabase(): Promise<Proof> {
  return prove("DATABASE_URL of a PostgreSQL 15", async () => {
    const folder = await temporaryFolder("start15");
    const server = await startPostgres15();
    try {
      const { ownerUrl, serviceUrl } = await makeOwnedDatabase(server.adminUrl);
      const base = { cwd: root, env: { ...ownEnvironment(), STSPHERA_DATA: folder } };
      const env = { ...base.env, DATABASE_URL: serviceUrl, MIGRATE_DATABASE_URL: ownerUrl };
      const started = await startOnce({ ...base, env }, await freePortBase(), START_SECONDS);
      const refused = await refusals(serviceUrl);
      const tests = await runTests({ ...base, env: { ...base.env, DATABASE_URL: server.adminUrl } }, [
        "test:db",
      ]);
      return {
        figures: {
          server: server.version,
          "ready after npm start, demo data included": `${started.readySeconds} s`,
          "update, delete and truncate of the services' login refused": `${refused.filter((code) => code === "42501").length} of ${refused.length}`,
          ...testFigures(tests),
        },
        claims: [
          ...Object.entries(started.checks).map(([what, holds]) => claim(`${what} answers`, holds)),
          claim(
            "the services' login changes neither the audit log nor the ledger",
            refused.every((code) => code === "42501"),
          ),
          claim("the stop ended in 10 s with code 0", started.stopSeconds <= 10 && started.exitCode === 0),
          ...testClaims(tests),
        ],
      };
    } finally {
      await server.remove();
      rmSync(folder, { recursive: true, force: true });
    }
  });
}
