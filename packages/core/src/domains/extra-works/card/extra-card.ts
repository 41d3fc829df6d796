import { EXTRA_CAPTIONS, EXTRA_STAGE_CAPTIONS } from "@stsphera/contracts/extra-works/captions";
import type { ExtraCard, ExtraSummary } from "@stsphera/contracts";
import { formatMoney, oneLine, shortName, shortWorkName, withUnit } from "@stsphera/contracts/format";
import { stateCaption } from "@stsphera/contracts/states";
import { EXTRA_ACTIONS, type ExtraAction } from "@stsphera/contracts/vocabulary";
import {
  actionData,
  type CardView,
  createTranslators,
  entityCard,
  type Html,
  html,
  type HtmlValue,
  joinHtml,
  line,
} from "@stsphera/telegram";
import { extraEn } from "./locales/en.ts";
import { extraRu } from "./locales/ru.ts";

/** What happened to an extra work; its card says the rest. */
export type ExtraNews = { readonly kind: "reported" | "decided" | "reopened" | "changed" };
export type ExtraView = CardView<ExtraNews>;
export type ExtraButton = ExtraAction | "open";

const extraWords = createTranslators(extraRu, extraEn);

/** Callback data of the buttons under an extra work. */
export const extraButtons = actionData<ExtraButton>({ entity: "x", actions: [...EXTRA_ACTIONS, "open"] });

export const stateText = (
  { status }: Pick<ExtraCard, "status">,
  { locale }: Pick<ExtraView, "locale">,
): string => stateCaption("extra", status, locale);

/** «на словах, 4 дн.» */
function wayText({ stage, ageDays }: ExtraSummary, { locale }: Pick<ExtraView, "locale">): string {
  const caption = EXTRA_STAGE_CAPTIONS[locale][stage];
  if (stage === "presented") return caption;
  const age = withUnit(String(ageDays), locale === "ru" ? "дн." : "d", locale);
  return extraWords(locale)("way_age", { stage: caption, age });
}

const lastMove = ({ moves }: Pick<ExtraCard, "moves">) => moves.find(({ undoneAt }) => undoneAt === null);

function titleOf(extra: ExtraCard, { locale }: ExtraView): string {
  const t = extraWords(locale);
  const { title, status } = extra;
  const isReopened = lastMove(extra)?.move === "reopen";
  if (status === "reported") return t(isReopened ? "title_reopened" : "title", { title });
  return t(`title_${status}`, { title });
}

function linesOf(extra: ExtraCard, { locale }: ExtraView): HtmlValue[] {
  const t = extraWords(locale);
  const { volume, files, price } = extra;
  const last = lastMove(extra);
  return [
    line(t("object"), extra.objectName),
    line(t("amount"), html`<b>${withUnit(extra.quantity, extra.unit, locale)}</b>`),
    line(t("place"), extra.place),
    line(t("ordered"), extra.orderedBy),
    line(t("author"), shortName(extra.author.fullName)),
    line(t("way"), wayText(extra, { locale })),
    ...extra.steps.map(({ document }) => line(t("document"), document)),
    volume === null
      ? null
      : line(
          t("volume"),
          `${shortWorkName(volume.workType.name)} ${volume.facade} ${volume.floor} · ${extra.document}`,
        ),
    last === undefined ? null : line(t("reason"), last.reason),
    line(t("price"), price === null ? null : formatMoney(price, locale)),
    line(t("photos"), files.length === 0 ? null : String(files.length)),
  ];
}

/** The card of an extra work, in a reply of the bot and in a notification. */
export const extraWorkCard = entityCard<ExtraCard, ExtraButton, ExtraView>({
  name: "extra",
  title: titleOf,
  lines: linesOf,
  rows: [["accept", "reject"], ["reopen"], ["follow", "stepback"], ["price", "undo"]],
  rowsFor: ({ status }, { news }) => {
    if (!news) return undefined;
    return status === "reported" ? [["accept", "reject"], ["open"]] : [["open"]];
  },
  offers: ({ can }, { news }) => {
    const allowed: readonly ExtraButton[] = news ? [...can.actions, "open"] : can.actions;
    return (action) => allowed.includes(action);
  },
  button: ({ id, version }, action, { locale }) => ({
    kind: "callback",
    text: EXTRA_CAPTIONS[locale][action],
    data: extraButtons.pack({ action, id, version }),
  }),
});

/** An extra work in a list. */
export function extraRow(extra: ExtraSummary, view: Pick<ExtraView, "locale">): Html {
  const facts = [withUnit(extra.quantity, extra.unit, view.locale), extra.place, wayText(extra, view)];
  return joinHtml([html`<b>${oneLine(extra.title)}</b>`, joinHtml(facts, " · ")]);
}
