import { api, type ChatSummary } from "./api.ts";
import { ask, button, element } from "./dom.ts";
import { isUnread, nameOf, type Session } from "./session.ts";
import { roleNames, texts } from "./texts.ts";

/** The left column: users by role, then groups. */
export function renderPeople(root: HTMLElement, session: Session, choose: (chatId: number) => void): void {
  const persons = session.chats.filter((chat) => chat.type === "private");
  const groups = session.chats.filter((chat) => chat.type !== "private" && chat.migratedTo === undefined);
  root.replaceChildren(
    element("p", { class: "cap" }, texts.people),
    ...persons.map((chat) => entry(session, chat, `person-${chat.id}`, choose)),
    element("p", { class: "cap" }, texts.groups),
    ...groups.map((chat) => entry(session, chat, `group-${chat.id}`, choose)),
    button(texts.newGroup, { "data-testid": "new-group" }, async () => {
      const id = await newGroup(session);
      if (id !== undefined) choose(id);
    }),
  );
}

function entry(
  session: Session,
  chat: ChatSummary,
  testId: string,
  choose: (chatId: number) => void,
): HTMLElement {
  const classes = [isUnread(session, chat) ? "unread" : "", chat.blocked ? "blocked" : ""].join(" ").trim();
  const node = button(
    chat.title,
    {
      "data-testid": testId,
      class: classes,
      "aria-current": chat.id === session.chatId ? "true" : undefined,
    },
    () => choose(chat.id),
  );
  node.append(element("i"), element("small", {}, describe(session, chat)));
  return node;
}

function describe(session: Session, chat: ChatSummary): string {
  if (chat.members) return chat.members.map((id) => nameOf(session, id).split(" ").at(-1)).join(", ");
  if (chat.blocked) return texts.blockedMark;
  const role = session.people.find((person) => person.id === chat.id)?.role;
  const name = role ? (roleNames[role] ?? role) : texts.noRole;
  return chat.started ? name : `${name}, ${texts.stranger}`;
}

async function newGroup(session: Session): Promise<number | undefined> {
  const title = element("input", { placeholder: texts.groupTitle, maxlength: "128", required: true });
  const members = element(
    "select",
    { multiple: true, size: "8" },
    ...session.people.map((person) =>
      element("option", { value: String(person.id) }, nameOf(session, person.id)),
    ),
  );
  const forum = element("input", { type: "checkbox" });
  const choices = [
    { id: "", text: texts.cancel },
    { id: "create", text: texts.create },
  ];
  const withTopics = element("label", {}, forum, ` ${texts.withTopics}`);
  if ((await ask(texts.newGroup, choices, title, members, withTopics)) !== "create") return undefined;
  const ids = [...members.selectedOptions].map((option) => Number(option.value));
  return (await api.createGroup(title.value, ids, forum.checked)).id;
}
