import type { Locale, SupplyCard, SupplySummary } from "@stsphera/contracts";
import { dayInWords, formatMoney, oneLine, shortName, withUnit } from "@stsphera/contracts/format";
import { stateCaption } from "@stsphera/contracts/states";
import { SUPPLY_CAPTIONS, supplyCode } from "@stsphera/contracts/supply/captions";
import {
  DISCREPANCY_MOVES,
  type DiscrepancyMove,
  SUPPLY_ACTIONS,
  type SupplyAction,
} from "@stsphera/contracts/vocabulary";
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
import { supplyEn } from "./locales/en.ts";
import { supplyRu } from "./locales/ru.ts";

/** What happened to an order; its card says the rest. */
export type SupplyNews = {
  readonly kind: "moved" | "changed" | "promised" | "received" | "missing" | "late" | "due";
};
export type SupplyView = CardView<SupplyNews>;
/** A button under an order: an action, settling its discrepancy, or opening it. */
export type SupplyButton = SupplyAction | DiscrepancyMove | "open";

export const supplyWords = createTranslators(supplyRu, supplyEn);

/** Callback data of the buttons under an order; settling carries the discrepancy as `part`. */
export const supplyButtons = actionData<SupplyButton>({
  entity: "s",
  actions: [...SUPPLY_ACTIONS, ...DISCREPANCY_MOVES, "open"],
  ofPart: DISCREPANCY_MOVES,
});

export const stateText = (
  { status }: Pick<SupplyCard, "status">,
  { locale }: Pick<SupplyView, "locale">,
): string => stateCaption("supply", status, locale);

const SHOWN_LINES = 3;

/** «Герметик шовный · 400 шт, Лента ПСУЛ · 900 м.п. и ещё 2». */
export function linesText({ lines }: Pick<SupplyCard, "lines">, locale: Locale): string {
  const said = lines
    .slice(0, SHOWN_LINES)
    .map(({ name, quantity, unit }) => `${oneLine(name)} · ${withUnit(quantity, unit, locale)}`)
    .join(", ");
  const more = lines.length - SHOWN_LINES;
  return more > 0 ? `${said} ${supplyWords(locale)("more_lines", { count: String(more) })}` : said;
}

/** Why it is in its state, where a move said so. */
const reasonOf = ({ moves, status }: SupplyCard): string | null =>
  moves.find(({ undoneAt, to }) => undoneAt === null && to === status)?.reason ?? null;

/** Its promised day, with how late it is. */
function promisedText({ promisedOn, lateDays }: SupplySummary, { locale, today }: SupplyView): string | null {
  if (promisedOn === null) return null;
  const day = dayInWords(promisedOn, today, locale);
  return lateDays > 0 ? supplyWords(locale)("late", { day, days: String(lateDays) }) : day;
}

function amountText({ amount, aboveLimit, status }: SupplyCard, locale: Locale): string | null {
  if (amount === null) return null;
  const said = formatMoney(amount, locale);
  return aboveLimit && status === "requested" ? supplyWords(locale)("above", { amount: said }) : said;
}

/** What has come of its lines, once something has. */
const receivedText = ({ lines }: SupplyCard, locale: Locale): string | null => {
  const come = lines.filter(({ received }) => received !== "0");
  if (come.length === 0) return null;
  return come
    .slice(0, SHOWN_LINES)
    .map(({ received, quantity, unit }) =>
      supplyWords(locale)("of", {
        received: withUnit(received, unit, locale),
        quantity: withUnit(quantity, unit, locale),
      }),
    )
    .join(", ");
};

function linesOf(order: SupplyCard, view: SupplyView): HtmlValue[] {
  const { locale, today } = view;
  const t = supplyWords(locale);
  const { requester, needOn, supplier, why, twins, discrepancies, files, receipts, promises } = order;
  const missing = discrepancies.filter(({ status }) => status === "open" || status === "claimed");
  const fileCount = files.length + receipts.reduce((sum, { files: papers }) => sum + papers.length, 0);
  const moved = promises.length > 1 ? (promises.at(-1)?.reason ?? null) : null;
  return [
    html`<b>${linesText(order, locale)}</b>`,
    line(t("object"), order.objectName),
    line(t("amount"), amountText(order, locale)),
    line(t("need"), needOn === null ? null : dayInWords(needOn, today, locale)),
    line(t("requester"), shortName(requester.fullName)),
    line(t("why"), why === null ? null : oneLine(why)),
    line(
      t("twins"),
      twins.length === 0
        ? null
        : twins
            .map(({ number, quantity, unit, status }) =>
              t("twin", {
                code: supplyCode({ number }, locale),
                quantity: withUnit(quantity, unit, locale),
                state: stateCaption("supply", status, locale).toLowerCase(),
              }),
            )
            .join("; "),
    ),
    line(t("supplier"), supplier),
    line(t("promised"), promisedText(order, view)),
    line(t("received"), receivedText(order, locale)),
    line(
      t("missing"),
      missing.length === 0
        ? null
        : missing
            .map(({ name, quantity, unit }) => `${name}, ${withUnit(quantity, unit, locale)}`)
            .join("; "),
    ),
    line(t("reason"), reasonOf(order) ?? moved),
    line(t("files"), fileCount === 0 ? null : String(fileCount)),
  ];
}

const NEWS_TITLES = { late: "title_late", missing: "title_missing", promised: "title_promised" } as const;

const ROWS: readonly (readonly SupplyButton[])[] = [
  ["submit"],
  ["approve", "reject"],
  ["order"],
  ["receive", "ship"],
  ["came", "agree"],
  ["claim", "writeoff"],
  ["close"],
  ["promise", "attach"],
  ["edit"],
  ["addline", "dropline"],
  ["revise"],
  ["cancel", "undo"],
];

/** What a notification offers: what its reader has to decide, and opening it. */
function newsRows(
  { status }: SupplyCard,
  { news }: SupplyView,
): readonly (readonly SupplyButton[])[] | undefined {
  if (!news) return undefined;
  if (news.kind === "due") return [["receive", "open"]];
  if (news.kind === "late") return [["promise", "open"]];
  if (news.kind === "missing") return [["came", "claim"], ["open"]];
  if (status === "requested") return [["approve", "reject"], ["open"]];
  if (status === "approved") return [["order"], ["open"]];
  if (status === "rejected") return [["revise"], ["open"]];
  return [["open"]];
}

/** The card of an order, in a reply of the bot and in a notification. */
export const supplyTelegramCard = entityCard<SupplyCard, SupplyButton, SupplyView>({
  name: "supply",
  title: (order, { locale, news }) => {
    const kind = news?.kind;
    const own = kind === "late" || kind === "missing" || kind === "promised" ? NEWS_TITLES[kind] : null;
    return supplyWords(locale)(own ?? `title_${order.status}`, { code: supplyCode(order, locale) });
  },
  lines: linesOf,
  rows: ROWS,
  rowsFor: newsRows,
  offers: ({ can }, { news }) => {
    const allowed: readonly SupplyButton[] = [
      ...can.actions,
      ...(can.discrepancy?.actions ?? []),
      ...(news ? ["open" as const] : []),
    ];
    return (action) => allowed.includes(action);
  },
  button({ id, version, can: { discrepancy } }, action, { locale }) {
    const settles = discrepancy !== null && DISCREPANCY_MOVES.some((move) => move === action);
    const part = settles ? { partId: discrepancy.id, version: discrepancy.version } : { version };
    return {
      kind: "callback",
      text: SUPPLY_CAPTIONS[locale][action],
      data: supplyButtons.pack({ action, id, ...part }),
    };
  },
});

/** An order in a list. */
export function supplyRow(order: SupplySummary, { locale }: Pick<SupplyView, "locale">): Html {
  const t = supplyWords(locale);
  const { title, quantity, unit, lineCount, lateDays } = order;
  const more = lineCount > 1 ? ` ${t("more_lines", { count: String(lineCount - 1) })}` : "";
  const facts = [
    `${withUnit(quantity, unit, locale)}${more}`,
    stateText(order, { locale }).toLowerCase(),
    ...(lateDays > 0 ? [t("days", { days: `+${lateDays}` })] : []),
  ];
  return joinHtml([html`<b>${supplyCode(order, locale)} · ${oneLine(title)}</b>`, joinHtml(facts, " · ")]);
}
