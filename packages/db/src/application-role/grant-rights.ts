import type { Sql } from "postgres";
import { APPLICATION_ROLE as role, rightsOn } from "./rights.ts";

const INSUFFICIENT_PRIVILEGE = "42501";
/** Roles belong to the whole server: a migration of another database may have just created it. */
const MADE_MEANWHILE = ["42710", "23505"];

const stateOf = (error: unknown): unknown =>
  error instanceof Error && "code" in error ? error.code : undefined;

async function roleExists(sql: Sql): Promise<boolean> {
  const found = await sql`select 1 from pg_roles where rolname = ${role}`;
  return found.length > 0;
}

/** Creates the role; false when it does not exist and this account may not create roles. */
async function ensureRole(sql: Sql): Promise<boolean> {
  if (await roleExists(sql)) return true;
  try {
    await sql.unsafe(`create role ${role} nologin`);
  } catch (error) {
    if (stateOf(error) === INSUFFICIENT_PRIVILEGE) return false;
    if (!MADE_MEANWHILE.includes(String(stateOf(error)))) throw error;
  }
  return true;
}

/** Only members of a role may transfer objects to it; the user that created the role may grant itself membership. */
async function joinRole(sql: Sql): Promise<void> {
  const [me] = await sql<
    { super: boolean }[]
  >`select rolsuper as super from pg_roles where rolname = current_user`;
  if (me?.super === true) return;
  try {
    await sql.unsafe(`grant ${role} to current_user`);
  } catch (error) {
    // Another account created the role; whether this one is a member shows at the hand-over.
    if (stateOf(error) !== INSUFFICIENT_PRIVILEGE) throw error;
  }
}

async function grantOnTables(sql: Sql): Promise<void> {
  const tables = await sql<{ name: string }[]>`
    select relname as name from pg_class
    where relnamespace = 'public'::regnamespace and relkind in ('r', 'p') order by 1`;
  const grants = tables.map(({ name }) => `grant ${rightsOn(name)} on table public."${name}" to ${role};`);
  await sql.unsafe(`
    revoke all on all tables in schema public from ${role};
    grant usage on schema public to ${role};
    grant usage on all sequences in schema public to ${role};
    ${grants.join("\n")}
    alter default privileges grant usage on schemas to ${role};
    alter default privileges grant select on tables to ${role};`);
}

/** The services read the newest migration, and in development the shifted clock. */
async function grantReading(sql: Sql): Promise<void> {
  const schemas = await sql<{ name: string }[]>`
    select nspname as name from pg_namespace where nspname in ('drizzle', 'sandbox')`;
  for (const { name } of schemas) {
    await sql.unsafe(
      `grant usage on schema ${name} to ${role}; grant select on all tables in schema ${name} to ${role};`,
    );
  }
}

/**
 * The job runner manages its own tables: its schema, with everything an earlier owner left there, belongs to the
 * role.
 */
async function handOverJobs(sql: Sql): Promise<void> {
  await sql.unsafe(`
    grant usage, create on schema pgboss to ${role};
    do $$
    declare statement text;
    begin
      for statement in
        select format('alter table pgboss.%I owner to ${role}', c.relname) from pg_class c
          where c.relnamespace = 'pgboss'::regnamespace and c.relkind in ('r', 'p')
            and c.relowner <> '${role}'::regrole
        union all
        select format('alter routine %s owner to ${role}', p.oid::regprocedure) from pg_proc p
          where p.pronamespace = 'pgboss'::regnamespace and p.proowner <> '${role}'::regrole
        union all
        select format('alter type pgboss.%I owner to ${role}', t.typname) from pg_type t
          where t.typnamespace = 'pgboss'::regnamespace and t.typtype = 'e' and t.typowner <> '${role}'::regrole
      loop
        execute statement;
      end loop;
    end $$;
    alter schema pgboss owner to ${role};`);
}

/**
 * Grants the application role the privileges it needs on existing objects and revokes all others. Runs after every
 * migration, so that a database restored on another server gets its role back. False when the account may not create
 * roles; the services then work as the owner.
 */
export async function grantRights(sql: Sql): Promise<boolean> {
  await sql`create schema if not exists pgboss`;
  if (!(await ensureRole(sql))) return false;
  await joinRole(sql);
  await sql.begin(async (tx) => {
    const inside = tx as unknown as Sql;
    await grantOnTables(inside);
    await grantReading(inside);
    await handOverJobs(inside);
  });
  return true;
}
