import { sql } from "drizzle-orm";
import type { Tx } from "../../kernel/index.ts";

/** A hash of everything that rights are read from and of what is given out by them, as the transaction sees it. */
export async function rightsIn(tx: Tx): Promise<string> {
  const [row] = await tx.execute<{ rights: string }>(sql`
    select md5(concat(
      (select json_agg(json_build_array(id, role, status) order by id) from users),
      (select json_agg(r order by r.object_id, r.user_id, r.role) from object_roles r),
      (select json_agg(json_build_array(id, ended_at) order by id) from delegations),
      (select json_agg(json_build_array(id, revoked_at) order by id) from invitations),
      (select json_agg(json_build_array(department, user_id) order by department) from department_heads),
      (select json_agg(json_build_array(id, approval_limit) order by id) from objects))) as rights`);
  return row?.rights ?? "";
}
