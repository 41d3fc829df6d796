import type { GprAction, GprCard } from "@stsphera/contracts";
import { GPR_ANSWER_MOVES } from "@stsphera/contracts/vocabulary";
import { type Actor, can, type Department, DEPARTMENTS } from "@stsphera/rbac";
import { allowedMoves, type Context } from "../../kernel/index.ts";
import { isChangeable } from "../objects/index.ts";
import type { GprCardRow } from "./gpr-sql.ts";
import { answersFor } from "./forecast/answer-workflow.ts";
import { gprCase, gprWorkflow, signsFor } from "./gpr-workflow.ts";

/** The reader of a card, and the instant. */
export type CardReader = Pick<Context, "actor" | "now">;

type Share = GprCard["mine"];
const NONE: Share = { rows: 0, from: null, to: null };

/** Rows of several owners together: how many, their first and their last day. */
const sumOf = (shares: readonly Share[]): Share =>
  shares.reduce(
    (sum, { rows, from, to }) => ({
      rows: sum.rows + rows,
      from: sum.from === null || (from !== null && from < sum.from) ? from : sum.from,
      to: sum.to === null || (to !== null && to > sum.to) ? to : sum.to,
    }),
    NONE,
  );

/** Presents a version to a reader, for the app, the bot and notifications alike. */
export function presentGpr(reader: CardReader, row: GprCardRow): GprCard {
  const { objectStatus: _status, shares, signatures, asked: _asked, ...card } = row;
  const shift = shiftFor(reader, row);
  const { actor } = reader;
  const own = actor.kind === "user" ? shares.filter(({ ownerId }) => ownerId === actor.id) : [];
  const of = (department: Department) => shares.filter((share) => share.department === department);
  return {
    ...card,
    rows: sumOf(shares).rows,
    mine: sumOf(own),
    departments: DEPARTMENTS.filter((department) => of(department).length > 0).map((department) => ({
      department,
      ...sumOf(of(department)),
    })),
    signatures: signatures.map((one) => ({ ...one, yours: isYours(actor, row, one) })),
    shift,
    can: {
      actions: [...actionsOf(reader, row), ...(shift === null ? [] : GPR_ANSWER_MOVES)],
      edit: mayEdit(reader, row),
    },
  };
}

/** The newest shift that waits for the reader: their own before those of whom they stand in for. */
function shiftFor({ actor }: CardReader, { asked, objectId, objectStatus }: GprCardRow): GprCard["shift"] {
  if (actor.kind !== "user" || !isChangeable(objectStatus)) return null;
  const mine = asked.filter(({ ownerId }) => answersFor(actor, { objectId, ownerId }));
  const found = mine.find(({ ownerId }) => ownerId === actor.id) ?? mine[0];
  if (found === undefined) return null;
  const { ownerId: _ownerId, ...shift } = found;
  return shift;
}

type Signature = GprCardRow["signatures"][number];
const signerOf = ({ role, signer }: Signature) => ({ role, signerId: signer.id });

const isYours = (actor: Actor, { objectId }: GprCardRow, one: Signature): boolean =>
  actor.kind === "user" && signsFor(actor, objectId, signerOf(one));

const mayEdit = ({ actor }: CardReader, { objectId, objectStatus, status }: GprCardRow): boolean =>
  (status === "draft" || status === "pending_signatures") &&
  isChangeable(objectStatus) &&
  can(actor, "gpr.edit", { objectId });

function actionsOf({ actor, now }: CardReader, row: GprCardRow): GprAction[] {
  const { objectId, status, signatures } = row;
  if (!isChangeable(row.objectStatus)) return [];
  const signers = signatures.map(signerOf);
  const missing = signatures.filter(({ signedAt }) => signedAt === null);
  const moves = allowedMoves(gprWorkflow, actor, gprCase(row, signers, actor, missing.length), now);
  const mayStillSign = missing.some((one) => isYours(actor, row, one));
  const asked = status === "pending_signatures" && missing.length > 0;
  return [
    ...moves.filter((move) => move !== "sign" || mayStillSign),
    ...(asked && can(actor, "gpr.send", { objectId }) ? (["replace", "remind"] as const) : []),
  ];
}
