import { GPR_CAPTIONS } from "@stsphera/contracts/gpr/captions";
import type { GprCard, GprSummary } from "@stsphera/contracts";
import { dayWithYear, oneLine, periodWithYear, shortName } from "@stsphera/contracts/format";
import { DEPARTMENT_CAPTIONS } from "@stsphera/contracts/people/captions";
import { stateCaption } from "@stsphera/contracts/states";
import { GPR_ACTIONS, GPR_ANSWER_MOVES, type GprAction } from "@stsphera/contracts/vocabulary";
import { actionData, entityCard, type Html, html, type HtmlValue, joinHtml, line } from "@stsphera/telegram";
import { type GprView, gprWords } from "./gpr-view.ts";
import { askedLines, shiftedLines } from "./shift-lines.ts";

export type GprButton = GprAction | "open";

/** Callback data of the buttons under a version. */
export const gprButtons = actionData<GprButton>({
  entity: "g",
  actions: [...GPR_ACTIONS, "open"],
  ofPart: GPR_ANSWER_MOVES,
});

export const stateText = ({ status }: Pick<GprCard, "status">, { locale }: Pick<GprView, "locale">): string =>
  stateCaption("gpr", status, locale);

/** «7F3A…91C2»: the content that is signed, to be compared by eye. */
export const shortHash = (hash: string): string =>
  `${hash.slice(0, 4)}…${hash.slice(-4)}`.toLocaleUpperCase("en");

const TITLES = {
  asked: "title_asked",
  signed: "title",
  recalled: "title_recalled",
  active: "title_active",
  remarked: "title_remarked",
  reminded: "title_reminded",
  shifted: "title_shifted",
  answered: "title_answered",
} as const;

function titleOf({ number, objectName }: GprCard, { locale, news }: GprView): string {
  // A reminder of the day of the request says no number of days.
  const kind = news?.kind === "reminded" && news.days === 0 ? "asked" : news?.kind;
  return gprWords(locale)(kind === undefined ? "title" : TITLES[kind], {
    number,
    object: oneLine(objectName),
    days: news?.kind === "reminded" ? news.days : 0,
  });
}

type Share = GprCard["mine"];

/** «12 октября – 18 декабря» */
function daysText({ from, to }: Share, { locale, today }: GprView): string | null {
  if (from === null || to === null) return null;
  return periodWithYear(from, to, today, locale);
}

/** «3 из 5: Дёмин, Чагина, Гущина» */
function signedText({ signatures, signed, signers }: GprCard, { locale }: GprView): string | null {
  if (signers === 0) return null;
  const names = signatures
    .filter(({ signedAt }) => signedAt !== null)
    .map(({ signer }) => shortName(signer.fullName));
  const count = gprWords(locale)("signed_of", { signed, signers });
  return names.length === 0 ? count : `${count}: ${names.join(", ")}`;
}

function waitingText({ status, signatures }: GprCard): string | null {
  if (status !== "pending_signatures") return null;
  const names = signatures
    .filter(({ signedAt }) => signedAt === null)
    .map(({ signer }) => shortName(signer.fullName));
  return names.length === 0 ? null : names.join(", ");
}

/** «+1 строк, сдвинуто 9», «первая версия» */
export function changesText(
  { changes, status }: GprCard,
  { locale }: Pick<GprView, "locale">,
): string | null {
  const t = gprWords(locale);
  if (changes === null) return status === "draft" ? null : t("first");
  const parts = (["added", "removed", "moved", "changed"] as const)
    .filter((kind) => changes[kind] > 0)
    .map((kind) => t(kind, { count: changes[kind] }));
  return parts.length === 0 ? t("same") : parts.join(", ");
}

function linesOf(gpr: GprCard, view: GprView): HtmlValue[] {
  const { news, locale } = view;
  if (news?.kind === "shifted") {
    return gpr.shift === null ? shiftedLines(news, view) : askedLines(gpr.shift, view);
  }
  if (news?.kind !== "answered") return versionLines(gpr, view);
  const t = gprWords(locale);
  return [
    line(t("answer"), t(news.agreed ? "agreed" : "objected", { owner: shortName(news.owner) })),
    line(t("words"), news.text),
    line(t("period"), daysText({ rows: gpr.rows, from: gpr.startOn, to: gpr.finishOn }, view)),
  ];
}

function versionLines(gpr: GprCard, view: GprView): HtmlValue[] {
  const { locale, today, news } = view;
  const t = gprWords(locale);
  const { number, rows, mine, startOn, finishOn, hash } = gpr;
  const whole = { rows, from: startOn, to: finishOn };
  const own = daysText(mine, view);
  return [
    news?.kind === "remarked" ? line(t("remark"), news.text) : null,
    line(t("version"), html`${t("rows", { number, rows, mine: mine.rows })}`),
    line(t("state"), news ? null : html`<b>${stateText(gpr, view)}</b>`),
    line(t("period"), daysText(whole, view) ?? t("since", { day: dayWithYear(startOn, today, locale) })),
    line(t("yours"), own),
    line(t("signed"), signedText(gpr, view)),
    line(t("waiting"), waitingText(gpr)),
    line(t("changes"), changesText(gpr, view)),
    line(t("content"), hash === null ? null : shortHash(hash)),
    news?.kind === "active" && news.tasks > 0 ? line(t("tasks"), String(news.tasks)) : null,
    ...(news || gpr.shift === null ? [] : askedLines(gpr.shift, view)),
    ...(news ? [] : gpr.departments.map((share) => departmentLine(share, view))),
  ];
}

/** «Снабжение  18 · 12 октября – 18 декабря» */
function departmentLine(share: GprCard["departments"][number], view: GprView): HtmlValue {
  const { locale } = view;
  const days = daysText(share, view);
  const rows = String(share.rows);
  const text = days === null ? rows : gprWords(locale)("share", { rows, days });
  return line(DEPARTMENT_CAPTIONS[locale][share.department], text);
}

/** The card of a version, in a reply of the bot and in a notification. */
export const gprCard = entityCard<GprCard, GprButton, GprView>({
  name: "gpr",
  title: titleOf,
  lines: linesOf,
  rows: [
    ["agree", "object"],
    ["sign", "remark"],
    ["send", "recall"],
    ["replace", "remind"],
  ],
  rowsFor: (_gpr, { news }) => {
    if (!news) return undefined;
    if (news.kind === "shifted") return [["agree", "object"], ["open"]];
    const { kind } = news;
    return kind === "asked" || kind === "signed" || kind === "reminded"
      ? [["sign", "remark"], ["open"]]
      : [["open"]];
  },
  offers: ({ can }, { news }) => {
    const allowed: readonly GprButton[] = news ? [...can.actions, "open"] : can.actions;
    return (action) => allowed.includes(action);
  },
  button({ id, version, shift }, action, { locale }) {
    const answers = action === "agree" || action === "object";
    const part = answers && shift !== null ? { partId: shift.id, version: shift.version } : { version };
    return {
      kind: "callback",
      text: GPR_CAPTIONS[locale][action],
      data: gprButtons.pack({ action, id, ...part }),
    };
  },
});

/** A version in a list. */
export function gprRow(gpr: GprSummary, view: Pick<GprView, "locale">): Html {
  const { number, objectName, status, signed, signers } = gpr;
  const t = gprWords(view.locale);
  const count = status === "pending_signatures" ? t("signed_of", { signed, signers }) : null;
  const facts = [t("version_number", { number }), stateText(gpr, view), count].filter(
    (fact) => fact !== null,
  );
  return joinHtml([html`<b>${oneLine(objectName)}</b>`, joinHtml(facts, " · ")]);
}
