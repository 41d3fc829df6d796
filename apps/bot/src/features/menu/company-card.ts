import type { Dashboard, DashboardObject } from "@stsphera/contracts";
import { dayWithYear } from "@stsphera/contracts/format";
import {
  type Button,
  card,
  html,
  type Html,
  joinHtml,
  line,
  miniAppUrl,
  type RenderedMessage,
  translator,
} from "@stsphera/telegram";
import { appButton, press } from "../../engine/buttons.ts";
import { packMenu } from "../../engine/menu-data.ts";
import type { Turn } from "../../engine/turn.ts";
import { type Waiting, waitingButton, waitingNumber } from "../../engine/waiting.ts";
import { progressLine } from "./object-card.ts";

const SHOWN = 7;

function standing({ t, locale }: Turn, object: DashboardObject): string {
  if (object.status !== "active" && object.status !== "completing") {
    return translator(locale)(`state.object.${object.status}`);
  }
  if (object.lateDays !== null && object.lateDays > 0)
    return t("menu.company.late", { count: object.lateDays });
  return t(object.health === "green" ? "menu.company.on_plan" : "menu.company.behind");
}

const block = (turn: Turn, object: DashboardObject): Html =>
  joinHtml([
    html`<b>${object.name}</b>  ${standing(turn, object)}`,
    progressLine(turn, object.pct, object.plannedPct),
  ]);

/** «Почему: СПК Блок Б»: the object that is latest by its forecast. */
function whyLate({ t }: Turn, objects: readonly DashboardObject[]): Button[] {
  const [latest] = objects
    .filter(({ lateDays }) => (lateDays ?? 0) > 0)
    .toSorted((a, b) => (b.lateDays ?? 0) - (a.lateDays ?? 0));
  if (latest === undefined) return [];
  const data = packMenu({ action: "why", objectId: latest.id });
  return [press(t("menu.why.of", { object: latest.name }), data)];
}

/** Summary of the company for users who see all of it; objects furthest behind first. */
export function companyCard(turn: Turn, dashboard: Dashboard, waiting: Waiting): RenderedMessage {
  const { t, locale, now, services } = turn;
  const today = new Intl.DateTimeFormat("sv-SE", { timeZone: turn.person().timeZone }).format(now);
  const shown = dashboard.objects.slice(0, SHOWN);
  const hidden = dashboard.objectsTotal - shown.length;
  const people = dashboard.waiting.decisions.person;
  const link = (object: DashboardObject) =>
    appButton(object.name, miniAppUrl(services.publicUrl, { kind: "object", id: object.id }), services);
  return {
    text: card(t("menu.company.title", { date: dayWithYear(today, today, locale, "weekday") }), [
      ...shown.map((object) => block(turn, object)),
      hidden > 0 ? t("menu.company.more", { count: hidden }) : null,
      waiting.items.length === 0
        ? null
        : line(t("menu.company.decisions"), html`<b>${waitingNumber(waiting)}</b>`),
      people > 0 ? line(t("menu.company.people"), html`<b>${people}</b>`) : null,
    ]),
    buttons: [
      waitingButton(turn, waiting, "menu.company.decide"),
      shown.slice(0, 2).flatMap(link),
      whyLate(turn, shown),
      appButton(t("button.open_app"), services.publicUrl, services),
    ],
  };
}
