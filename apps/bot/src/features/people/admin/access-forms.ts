import { changeUserStatus, getUser, listUsers } from "@stsphera/core";
import { accessForms as forms } from "@stsphera/contracts/people/forms";
import { z } from "zod";
import { formFeature } from "../../../engine/forms/form-feature.ts";
import { conclude } from "../../../engine/forms/move-on.ts";
import { accessRefusal } from "./give-role.ts";
import { listMessage, MAX_PEOPLE, personMessage } from "./messages.ts";

const person = z.object({ id: z.number(), version: z.number(), fullName: z.string() });

/** Finds a person, closes their access and opens it again. */
export const accessForms = formFeature({
  feature: "admin",
  forms,
  subject: z.object({ person: person.nullable() }),
  load: async () => ({}),
  title: ({ turn, subject: { person: about } }) =>
    about === null ? turn.t("admin.title") : turn.t("admin.person", { name: about.fullName }),
  async finish({ turn, state, subject: { person: about }, ...filled }) {
    if (filled.form === "search") {
      const { search } = filled.answers;
      const people = await listUsers.run(turn.context(), { search, limit: MAX_PEOPLE });
      return { message: listMessage(turn, people, "found", 0), written: false };
    }
    if (about === null) throw new Error("a change of nobody's access");
    await changeUserStatus.run(turn.context(`tg:admin:${state.id}`), {
      userId: about.id,
      version: about.version,
      to: filled.form === "deactivate" ? "deactivated" : "active",
      reason: filled.answers.reason.text,
    });
    return { message: personMessage(turn, await getUser.run(turn.context(), { userId: about.id })) };
  },
  async refused({ turn, state, subject: { person: about } }, error) {
    const words = accessRefusal(turn, error);
    if (words === null || about === null) return false;
    turn.tell(words);
    const fresh = await getUser.run(turn.context(), { userId: about.id });
    conclude(turn, state, personMessage(turn, fresh), false);
    return true;
  },
  // The form has a single question, so an interruption loses nothing.
  holds: () => false,
  resumed: ({ t }) => t("command.admin"),
});
