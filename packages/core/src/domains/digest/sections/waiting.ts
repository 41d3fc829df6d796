import { type Approval, APPROVAL_KINDS } from "@stsphera/contracts";
import { WAITING_WORDS } from "@stsphera/contracts/waiting/captions";
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
      return [
        [
          html`<b>${t("waiting")}</b>`,
          ...kinds.map(({ kind, of }) => `${WAITING_WORDS[locale][kind].todo} · ${countOf(of)}`),
        ],
      ];
    },
    buttons: ({ locale }) => [
      [{ kind: "callback", text: morningWords(locale)("decide", { number }), data: approvalsButton }],
    ],
  };
};
