import { OPS_KINDS } from "@stsphera/contracts/vocabulary";
import { z } from "zod";

const MAX_DETAILS = 16_000;

const seconds = z.number().nonnegative();
/** Why it failed, in a line for the administrator. */
const error = z.string().max(2_000).optional();

/**
 * The details that readers may rely on, by kind. Writers may add more; a record that failed has `error` and may lack
 * the rest.
 */
export const opsDetails = {
  /** Position of the write-ahead log when the row was written. */
  heartbeat: z.looseObject({ lsn: z.string().regex(/^[0-9A-F]+\/[0-9A-F]+$/) }),
  /** `type`: full, diff or incr. `bytes`: size of the database; `stored`: what the repository grew by. */
  backup: z.looseObject({
    type: z.string().optional(),
    label: z.string().optional(),
    seconds: seconds.optional(),
    bytes: z.number().optional(),
    stored: z.number().optional(),
    error,
  }),
  /** The chain of the audit log: how many links fit, and the first that does not. */
  audit_check: z.looseObject({
    links: z.number().optional(),
    broken: z.number().optional(),
    fault: z.string().optional(),
    error,
  }),
  files_backup: z.looseObject({ seconds: seconds.optional(), files: z.number().optional(), error }),
  /** `seconds`: from the start of the restore until the database answered. `lostSeconds`: work that would be lost. */
  restore_drill: z.looseObject({
    seconds: seconds.optional(),
    lostSeconds: seconds.optional(),
    checks: z.array(z.looseObject({ name: z.string(), ok: z.boolean(), found: z.string() })).optional(),
    error,
  }),
  deploy: z.looseObject({
    version: z.string().optional(),
    previous: z.string().optional(),
    seconds: seconds.optional(),
    error,
  }),
} satisfies Record<(typeof OPS_KINDS)[number], z.ZodType>;

/** A record of something that the installation did. Throws a ZodError that names what does not fit. */
export const newOpsRecord = z
  .strictObject({
    kind: z.enum(OPS_KINDS),
    ok: z.boolean(),
    details: z.record(z.string(), z.json()),
  })
  .superRefine(({ kind, details }, refinement) => {
    const { error: misfit } = opsDetails[kind].safeParse(details);
    for (const { path, message } of misfit?.issues ?? []) {
      refinement.addIssue({ code: "custom", path: ["details", ...path], message });
    }
    if (JSON.stringify(details).length > MAX_DETAILS) {
      refinement.addIssue({ code: "custom", path: ["details"], message: `longer than ${MAX_DETAILS}` });
    }
  });
export type NewOpsRecord = z.output<typeof newOpsRecord>;
