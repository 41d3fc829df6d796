import type { ExtraAction, ExtraCard, ExtraSummary } from "@stsphera/contracts";
import { can } from "@stsphera/rbac";
import { type Context, offeredMoves } from "../../kernel/index.ts";
import { withLinks } from "../../platform/attachments/index.ts";
import { isChangeable } from "../objects/index.ts";
import { extraSight } from "./extra-attachments.ts";
import type { ExtraSummaryRow } from "./extra-sql.ts";
import { extraCase, extraWorkflow } from "./extra-workflow.ts";
import type { ExtraCardRow } from "./read-extra-card.ts";

/** The reader of a card and the instant; links are signed for a reader who sees the work. */
export type CardReader = Pick<Context, "actor" | "now" | "links">;

const NO_CHOICES = { facades: [], floors: [], workTypes: [] };

/** The price is shown to those who may see money. */
const priceFor = ({ actor }: Pick<CardReader, "actor">, { objectId, price }: ExtraSummaryRow) =>
  can(actor, "object.money", { objectId }) ? price : null;

/** A row of a list for its reader. */
export function presentSummary(
  reader: Pick<CardReader, "actor">,
  { objectStatus: _status, ...row }: ExtraSummaryRow,
): ExtraSummary {
  return { ...row, price: priceFor(reader, { ...row, objectStatus: _status }) };
}

/** Presents an extra work to a reader, for the app, the bot and notifications alike. */
export function presentExtra(reader: CardReader, row: ExtraCardRow): ExtraCard {
  const { objectStatus, intact: _intact, statusSince: _since, files, choices, ...card } = row;
  const { objectId, status, stage, author, steps } = row;
  const changeable = isChangeable(objectStatus);
  const judged = extraCase({ objectId, status, authorId: author.id });
  const { actions, undoUntil } = offeredMoves(extraWorkflow, reader, judged, { ...row, changeable });
  const decides = changeable && can(reader.actor, "extra.decide", { objectId });
  const deeds: readonly (readonly [ExtraAction, boolean])[] = [
    ["follow", decides && status !== "rejected" && stage !== "presented"],
    ["stepback", decides && steps.length > 0],
    ["price", changeable && can(reader.actor, "object.money", { objectId })],
  ];
  return {
    ...card,
    price: priceFor(reader, row),
    files: files.map((file) => withLinks(reader, extraSight(objectId), file)),
    choices: actions.includes("accept") ? choices : NO_CHOICES,
    can: { actions: [...actions, ...deeds.flatMap(([deed, may]) => (may ? [deed] : []))], undoUntil },
  };
}
