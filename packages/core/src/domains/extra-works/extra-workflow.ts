import type { ExtraMove, ExtraStatus } from "@stsphera/contracts/vocabulary";
import { type Case, type Decision, defineWorkflow } from "../../kernel/index.ts";

/** The part of an extra work that rights are judged by. */
export type JudgedExtra = { objectId: number; status: ExtraStatus; authorId: number };
export type ExtraCase = Case<ExtraStatus>;

/** An extra work as its moves are judged. */
export const extraCase = ({ objectId, status, authorId }: JudgedExtra): ExtraCase => ({
  objectId,
  state: status,
  ties: { author: authorId },
  doers: [],
});

const undo = { minutes: 10 };

/**
 * The decision on an extra work: it becomes a volume, or is rejected. A wrong decision whose ten minutes are over is
 * made anew.
 */
export const extraWorkflow = defineWorkflow<ExtraCase, ExtraStatus>()<ExtraMove>({
  accept: {
    from: ["reported"],
    to: "accepted",
    permission: "extra.decide",
    event: "extra.decided",
    undo,
  },
  reject: {
    from: ["reported"],
    to: "rejected",
    permission: "extra.decide",
    event: "extra.decided",
    undo,
  },
  reopen: {
    from: ["accepted", "rejected"],
    to: "reported",
    permission: "extra.decide",
    event: "extra.reopened",
  },
});

/** A reported work waits for the project managers. */
export const extraDecisions = ({
  status,
  statusSince,
}: Pick<JudgedExtra, "status"> & { statusSince: Date }): readonly Decision[] =>
  status === "reported"
    ? [{ kind: "extra_to_decide", permission: "extra.decide", dueOn: null, since: statusSince }]
    : [];
