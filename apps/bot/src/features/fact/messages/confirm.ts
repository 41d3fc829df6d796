import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { formatQuantity, formatSigned, withUnit } from "@stsphera/contracts/format";
import { big, decimal, percentOf } from "@stsphera/core/calculation";
import { card, html, type Html, line, type RenderedMessage } from "@stsphera/telegram";
import { press } from "../../../engine/buttons.ts";
import type { Words } from "../../../engine/words.ts";
import { packDialogue } from "../callback-data.ts";
import { type FactDialogue, photosOf } from "../dialogue.ts";
import { chosenCrew, crewText } from "./crew-text.ts";
import { dayName } from "./lines.ts";
import { barOf, doneBefore, titleOf } from "./quantity.ts";

/** «10 шт, план 12 (−2)»: against the plan stands all of the day. */
function dayLine(
  words: Words,
  form: FactForm,
  entry: FactFormLine,
  d: FactDialogue & { quantity: string },
): Html | null {
  const { t, locale } = words;
  const label = form.date === form.today ? t("fact.confirm.today") : dayName(words, form);
  const quantity = html`<b>${withUnit(d.quantity, entry.workType.unit, locale)}</b>`;
  if (entry.planToday === null) return line(label, quantity);
  const already = entry.today?.quantity ?? "0";
  const old = d.correcting?.old ?? "0";
  const delta = big(already).minus(old).plus(d.quantity).minus(entry.planToday);
  const plan = t("fact.confirm.plan", { plan: formatQuantity(entry.planToday, locale) });
  return line(
    label,
    html`${quantity}, ${plan} ${t("fact.confirm.delta", { delta: formatSigned(decimal(delta), locale) })}`,
  );
}

/** The entry as it will be written, one press from being so. */
export function confirmCard(
  words: Words,
  form: FactForm,
  entry: FactFormLine,
  d: FactDialogue & { quantity: string },
): RenderedMessage {
  const { t, locale } = words;
  const after = decimal(big(doneBefore(entry, d)).plus(d.quantity));
  const crew = chosenCrew(form.crews, d.crew);
  const photos = photosOf(d);
  const key = d.correcting === null ? "fact.confirm.save" : "fact.confirm.correct";
  const button = (text: string, action: "crews" | "note" | "lines" | "cancel") =>
    press(text, packDialogue(d.id, action));
  const change = (by: number, text: string) => press(text, packDialogue(d.id, "change", by));
  return {
    text: card(titleOf(words, entry), [
      dayLine(words, form, entry, d),
      line(
        t("fact.confirm.crew"),
        crew === null ? null : crewText(words, { ...crew, hours: form.shiftHours }),
      ),
      line(
        t("fact.confirm.after"),
        t("fact.confirm.of", {
          after: formatQuantity(after, locale),
          total: formatQuantity(entry.planTotal, locale),
        }),
      ),
      barOf(words, percentOf(after, entry.planTotal)),
      line(t("fact.confirm.note"), d.notes),
      line(t("fact.confirm.photo"), photos === 0 ? t("fact.confirm.no_photo") : String(photos)),
    ]),
    buttons: [
      [press(t(key, { qty: withUnit(d.quantity, entry.workType.unit, locale) }), packDialogue(d.id, "save"))],
      [change(-1, "−1"), change(1, "+1"), change(5, "+5")],
      [
        ...(form.crews.length === 0 ? [] : [button(t("fact.confirm.crew_button"), "crews")]),
        button(t("fact.confirm.note_button"), "note"),
      ],
      [
        press(t("button.back"), packDialogue(d.id, "line", entry.floorVolumeId)),
        button(t("button.cancel"), "cancel"),
      ],
    ],
  };
}
