import { createObject, forbidden, listUsers, loadActor } from "@stsphera/core";
import { FACADE_TYPES } from "@stsphera/contracts";
import { numericDay } from "@stsphera/contracts/format";
import { newObjectForms as forms } from "@stsphera/contracts/objects/forms";
import { can } from "@stsphera/rbac";
import { card, html, line, miniAppUrl, type RenderedMessage } from "@stsphera/telegram";
import { z } from "zod";
import { appButton, commandButton, press } from "../../../engine/buttons.ts";
import { personOf, wordsIn } from "../../../engine/forms/answers.ts";
import { formFeature } from "../../../engine/forms/form-feature.ts";
import { beginOrResume } from "../../../engine/forms/begin-or-resume.ts";
import { packObject } from "../../../engine/object-data.ts";
import type { Turn } from "../../../engine/turn.ts";

const MAX_PEOPLE = 200;
const MAX_CITY = 100;

/**
 * «Москва, проезд Стеклодувов, вл. 6»: the city is before the first comma; if that is too long for a city, all of it is
 * the address.
 */
function placeOf(text: string): { city: string; address: string } {
  const [first = "", ...rest] = text.split(",");
  const city = first.trim();
  return city.length > MAX_CITY ? { city: "", address: text } : { city, address: rest.join(",").trim() };
}

/** Whether the user may add people to the new object; roles are reloaded, because creating it may have granted one. */
async function addsPeople(turn: Turn, objectId: number): Promise<boolean> {
  const actor = await loadActor(turn.services.db, { telegramId: turn.person().telegramId }, turn.now);
  return actor !== null && can(actor, "object.team", { objectId });
}

/** Confirms the new object and offers the next steps. */
async function createdMessage(turn: Turn, name: string, objectId: number): Promise<RenderedMessage> {
  const { t, services } = turn;
  const url = miniAppUrl(services.publicUrl, { kind: "object", id: objectId });
  const add = press(t("new_object.add_person"), packObject({ action: "add", objectId }));
  return {
    text: card(t("new_object.created", { name }), [t("new_object.created_text")]),
    buttons: [
      (await addsPeople(turn, objectId)) ? [add] : [],
      [press(t("new_object.open_card"), packObject({ action: "card", objectId }))],
      [...appButton(t("button.open_app"), url, services), commandButton(t("button.menu"), "menu")],
    ],
  };
}

const titled = ({ t }: Turn, name: string | null): string =>
  name === null ? t("new_object.title") : t("new_object.titled", { name });

/** Main data of a new object. */
export const newObjectForms = formFeature({
  feature: "new_object",
  command: "newobject",
  forms,
  subject: z.object({}),
  load: async (turn) => ({ leadsHimself: turn.person().role === "project_manager" }),
  check({ turn: { t } }, field, value) {
    const lacks = field === "place" && typeof value === "string" && placeOf(value).address === "";
    return lacks ? t("ask.new_object.create.place") : null;
  },
  title: ({ turn, answers }) => titled(turn, wordsIn(answers, "name")),
  summary({ turn, answers }) {
    const { t, locale } = turn;
    const day = (name: string) => {
      const value = wordsIn(answers, name);
      return value === null ? null : numericDay(value, locale);
    };
    const { city, address } = placeOf(wordsIn(answers, "place") ?? "");
    const kinds = FACADE_TYPES.filter((type) => (answers["facadeTypes"] as string[]).includes(type));
    return {
      title: t("objects.card", { object: wordsIn(answers, "name") ?? "" }),
      lines: [
        line(t("objects.place"), [city, address].filter((part) => part !== "").join(", ")),
        line(t("objects.customer"), wordsIn(answers, "customer")),
        line(t("new_object.contract"), day("contractDate")),
        line(t("objects.deadline"), day("deadline")),
        line(t("new_object.facades"), kinds.map((type) => t(`facade_type.${type}`)).join(", ")),
        line(
          t("new_object.manager"),
          personOf(answers, "projectManagerId")?.fullName ?? turn.person().fullName,
        ),
        html`\n${t("ask.new_object.create.confirm")}`,
      ],
    };
  },
  async people({ turn }, _field, search) {
    const { items } = await listUsers.run(turn.context(), {
      role: "project_manager",
      status: "active",
      limit: MAX_PEOPLE,
      ...(search === null ? {} : { search }),
    });
    return items.map(({ id, fullName }) => ({ id, fullName, roles: ["project_manager" as const] }));
  },
  async finish({ turn, state, answers }) {
    const { name, place, customer, contractDate, deadline, facadeTypes, projectManagerId } = answers;
    const { id } = await createObject.run(turn.context(`tg:new-object:${state.id}`), {
      name,
      ...placeOf(place),
      customer,
      facadeTypes: [...facadeTypes],
      ...(contractDate === null ? {} : { contractDate }),
      ...(deadline === null ? {} : { deadline }),
      ...(projectManagerId === null ? {} : { projectManagerId: projectManagerId.id }),
    });
    turn.remember({ objectId: id });
    return { message: await createdMessage(turn, name, id), toast: turn.t("new_object.done") };
  },
  resumed: ({ t }, { values }) => t("new_object.resumed", { name: wordsIn(values, "name") ?? "" }),
});

/** /newobject: resumes an open dialogue, or asks for the name. */
export const openNewObject = beginOrResume(newObjectForms, async (turn) => {
  if (!can(turn.person(), "object.create")) throw forbidden("object.create");
  return { form: "create", subject: {} };
});
