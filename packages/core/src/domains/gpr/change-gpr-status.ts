import { gprTransitionInput, id } from "@stsphera/contracts";
import type { RefusalCode } from "@stsphera/contracts/refusals";
import { schema } from "@stsphera/db";
import {
  datesOf,
  hashContent,
  type SendingProblem,
  SIGNER_ROLES,
  type VersionContent,
  whatForbidsSending,
} from "@stsphera/schedule/versions";
import { eq } from "drizzle-orm";
import { z } from "zod";
import { command, DomainError, type Tx } from "../../kernel/index.ts";
import { assertObjectOpen } from "../objects/index.ts";
import { workdaysOf } from "./gpr-calendar.ts";
import { readContent } from "./gpr-content.ts";
import { gprLifecycle } from "./gpr-lifecycle.ts";
import { type LoadedGpr, lockGpr } from "./load-gpr.ts";
import { ownerIds, readMembers, signersOf } from "./members.ts";
import { namedProblems, scheduleOf } from "./schedule-problems.ts";

/** Sends a draft to its five signers, or takes it back from them. */
export const changeGprStatus = command({
  name: "gpr.change_status",
  permissions: ["gpr.send", "gpr.edit"],
  lifecycle: gprLifecycle,
  input: z.strictObject({ gprId: id, ...gprTransitionInput.shape }),
  load: (tx, ctx, { gprId }) => lockGpr(tx, ctx, gprId),
  authorize: (ctx, loaded, { move, version }) => {
    const verdict = gprLifecycle.judge(ctx, loaded, { move }, { version });
    assertObjectOpen(loaded.object);
    return verdict;
  },
  execute: async (tx, { ctx, target, verdict }) => {
    const loaded = verdict.move === "send" ? { ...target, sending: await toSend(tx, target) } : target;
    const step = { ctx, loaded, move: verdict.move, input: {}, verdict };
    const { after, changes, events } = await gprLifecycle.make(tx, step);
    return { result: gprLifecycle.stateOf(ctx, after, loaded), changes, events };
  },
});

/** What is sent: the content with its dates, its hash, the five signers; throws all that forbids it. */
async function toSend(tx: Tx, { gpr, object }: LoadedGpr): Promise<LoadedGpr["sending"]> {
  if (object.status === "draft") throw new DomainError("conflict", { sentence: "gpr_object_is_draft" });
  const { content } = await readContent(tx, gpr);
  const workdays = await workdaysOf(tx, gpr.objectId);
  const members = await readMembers(tx, gpr.objectId);
  const signers = signersOf(members);
  const [dated] = await tx
    .select({ contractDate: schema.objects.contractDate })
    .from(schema.objects)
    .where(eq(schema.objects.id, gpr.objectId));
  const contractDate = dated?.contractDate ?? null;
  const circumstances = { workdays, members: ownerIds(members), signers, contractDate };
  assertNothingForbids(content, whatForbidsSending(content, circumstances));
  const sent = { ...content, dates: datesOf(scheduleOf(content, workdays)) };
  return {
    content: sent,
    hash: await hashContent(sent),
    signers: SIGNER_ROLES.map((role) => ({ role, signerId: Number(signers[role]) })),
  };
}

const REASONS = {
  no_rows: "gpr_no_rows",
  without_owner: "gpr_without_owner",
  owner_left: "gpr_owner_left",
  before_contract: "gpr_before_contract",
  signers_missing: "gpr_signers_missing",
} as const satisfies Record<Exclude<SendingProblem["kind"], "schedule">, RefusalCode>;

/** How many rows a sentence names. */
const SHOWN_ROWS = 12;

/** All that forbids sending as one list; the sentence is about the first. */
function assertNothingForbids(content: VersionContent, problems: readonly SendingProblem[]): void {
  const numbers = new Map(content.rows.map(({ key, number }) => [key, number]));
  const told = problems.flatMap((problem): { reason: RefusalCode; rows: string; count: number }[] => {
    if (problem.kind === "schedule") {
      return namedProblems(content, problem.problems).map((one) => ({ ...one, count: 1 }));
    }
    const reason = REASONS[problem.kind];
    if (problem.kind === "no_rows") return [{ reason, rows: "", count: 0 }];
    if (problem.kind === "signers_missing") {
      return [{ reason, rows: problem.roles.join(", "), count: problem.roles.length }];
    }
    const shown = problem.rows.slice(0, SHOWN_ROWS).map((key) => numbers.get(key) ?? "?");
    const more = problem.rows.length > SHOWN_ROWS ? ", …" : "";
    return [{ reason, rows: shown.join(", ") + more, count: problem.rows.length }];
  });
  const [first] = told;
  if (first === undefined) return;
  throw new DomainError("validation_failed", {
    // The path names the first of the rows, which a reader is led to.
    fields: told.map(({ reason, rows, count }) => ({
      path: ["rows", ...(/^\d+/.exec(rows) ?? [])].join("."),
      reason,
      message: rows || reason,
      values: { rows, count },
    })),
    sentence: first.reason,
    values: { rows: first.rows, count: first.count },
  });
}
