import { type Approval, type ApprovalKind, APPROVAL_KINDS } from "@stsphera/contracts";
import { shortName } from "@stsphera/contracts/format";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { WAITING_TODO } from "@stsphera/contracts/waiting/captions";
import { html } from "@stsphera/telegram";
import { approvalsQuery } from "../../../platform/decisions/index.ts";
import { DECISION_SOURCES } from "../../decision-sources.ts";
import { approvalsButton } from "../card/approvals-button.ts";
import { morningWords } from "../card/morning-words.ts";
import type { Section } from "../section.ts";

const listApprovals = approvalsQuery(DECISION_SOURCES);
const MOST = 200;

const countOf = (items: readonly Approval[]): number =>
  items.reduce((sum, { entries }) => sum + (entries ?? 1), 0);

/** «Подтвердить факт · 3», of what all waits for somebody who is away with their name. */
function rowOf(kind: ApprovalKind, of: readonly Approval[], locale: Locale): string {
  const row = `${WAITING_TODO[locale][kind]} · ${countOf(of)}`;
  const absent = [...new Set(of.map(({ behalf }) => behalf?.fullName ?? null))];
  const names = absent.flatMap((name) => (name === null ? [] : [shortName(name)]));
  return names.length < absent.length || names.length === 0
    ? row
    : `${row} · ${morningWords(locale)("for", { name: names.join(", ") })}`;
}

/** What waits for the reader's decision, as «Ждут меня» counts it; returned entries have a section of their own. */
export const waiting: Section = async ({ ctx }) => {
  const { items, nextCursor } = await listApprovals.run(ctx, { limit: MOST });
  const kinds = APPROVAL_KINDS.filter((kind) => kind !== "fact_returned")
    .map((kind) => ({ kind, of: items.filter((item) => item.kind === kind) }))
    .filter(({ of }) => of.length > 0);
  if (kinds.length === 0) return null;
  const number = `${countOf(items)}${nextCursor === null ? "" : "+"}`;
  return {
    blocks: ({ locale }) => {
      const t = morningWords(locale);
      return [[html`<b>${t("waiting")}</b>`, ...kinds.map(({ kind, of }) => rowOf(kind, of, locale))]];
    },
    buttons: ({ locale }) => [
      [{ kind: "callback", text: morningWords(locale)("decide", { number }), data: approvalsButton }],
    ],
  };
};
