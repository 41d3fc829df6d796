import { dayInWords, shortWorkName, withUnit } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { html } from "@stsphera/telegram";
import { entryButton, type ReturnedEntry, readReturnedTo } from "../../facts/index.ts";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { morningWords } from "../card/morning-words.ts";
import type { Section } from "../section.ts";

const SHOWN = 4;

const nameOf = ({ work, facade, floor, quantity, unit }: ReturnedEntry, locale: Locale): string =>
  `${shortWorkName(work)} · ${facade} ${floor}, ${withUnit(quantity, unit, locale)}`;

/** Entries that wait for their author's correction, a button each. */
export const returnedEntries: Section = async ({ ctx, actor }) => {
  const all = await readReturnedTo(ctx.db, actor.id);
  const entries = all.filter(({ objectId }) => can(actor, "fact.view", { objectId }));
  if (entries.length === 0) return null;
  const shown = entries.slice(0, SHOWN);
  return {
    blocks: ({ locale, today }) => {
      const t = morningWords(locale);
      const hidden = entries.length - shown.length;
      return [
        [
          html`<b>${t("returned")}</b>`,
          ...shown.map(
            (entry) =>
              html`${nameOf(entry, locale)} · ${dayInWords(entry.date, today, locale)}: ${entry.reason ?? ""}`,
          ),
          hidden > 0 ? t("more", { number: hidden }) : null,
        ],
      ];
    },
    buttons: ({ locale }) =>
      shown.map((entry) => [
        {
          kind: "callback",
          text: morningWords(locale)("fix", { entry: nameOf(entry, locale) }),
          data: entryButton("fix", entry.id),
        },
      ]),
  };
};
