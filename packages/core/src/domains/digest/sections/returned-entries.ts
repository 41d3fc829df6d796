import { dayInWords, shortWorkName, withUnit } from "@stsphera/contracts/format";
import { can } from "@stsphera/rbac";
import { html } from "@stsphera/telegram";
import { entryButton, type ReturnedEntry, readReturnedOver, readReturnedTo } from "../../facts/index.ts";
import type { Locale } from "@stsphera/contracts/vocabulary";
import { morningWords } from "../card/morning-words.ts";
import type { Section } from "../section.ts";

const SHOWN = 4;

const nameOf = ({ work, facade, floor, quantity, unit }: ReturnedEntry, locale: Locale): string =>
  `${shortWorkName(work)} · ${facade} ${floor}, ${withUnit(quantity, unit, locale)}`;

/**
 * Entries that wait for their author's correction, a button each; of objects whose facts the reader keeps also those that
 * their authors did not correct in time.
 */
export const returnedEntries: Section = async ({ ctx, actor, objects }) => {
  const all = await readReturnedTo(ctx.db, actor.id, ctx.now);
  const own = all.filter(({ objectId }) => can(actor, "fact.view", { objectId }));
  const kept = objects.filter(({ id, away }) => !away && can(actor, "fact.reverse", { objectId: id }));
  const over =
    kept.length === 0
      ? []
      : await readReturnedOver(
          ctx.db,
          kept.map(({ id }) => id),
          ctx.now,
        );
  if (own.length === 0 && over.length === 0) return null;
  const [shownOwn, shownOver] = [own.slice(0, SHOWN), over.slice(0, SHOWN)];
  return {
    blocks: ({ locale, today }) => {
      const t = morningWords(locale);
      const block = (title: "returned" | "returned_over", entries: typeof own, shown: typeof own) =>
        entries.length === 0
          ? []
          : [
              html`<b>${t(title)}</b>`,
              ...shown.map(
                (entry) =>
                  html`${nameOf(entry, locale)} · ${dayInWords(entry.date, today, locale)}: ${entry.reason ?? ""}`,
              ),
              entries.length > shown.length ? t("more", { number: entries.length - shown.length }) : null,
            ];
      return [block("returned", own, shownOwn), block("returned_over", over, shownOver)];
    },
    buttons: ({ locale }) =>
      [...shownOwn, ...shownOver].map((entry) => [
        {
          kind: "callback",
          text: morningWords(locale)("fix", { entry: nameOf(entry, locale) }),
          data: entryButton("fix", entry.id),
        },
      ]),
  };
};
