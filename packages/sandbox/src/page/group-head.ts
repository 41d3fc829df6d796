import { api, type ChatSummary } from "./api.ts";
import { ask, button, element, showError } from "./dom.ts";
import { nameOf, type Session } from "./session.ts";
import { texts } from "./texts.ts";

const ANONYMOUS = "anonymous:";

/** Controls of a group: who speaks and in which topic; the bot, the members, topics and the upgrade. */
export function groupHead(session: Session, chat: ChatSummary, changed: () => Promise<void>): HTMLElement[] {
  const by = session.senderId ?? chat.createdBy ?? 0;
  const bot = chat.bot === "member";
  const reload = (work: Promise<unknown>) => work.then(changed);
  const nodes = [
    senders(session, chat, changed),
    button(bot ? texts.kickBot : texts.addBot, { "data-testid": "bot-in-group" }, () =>
      api.setBot(chat.id, !bot, by),
    ),
    button(texts.members, { "data-testid": "members" }, () => chooseMembers(session, chat)),
  ];
  if (chat.forum) nodes.splice(1, 0, ...topics(session, chat, by, reload));
  if (chat.type === "group") {
    const migrate = button(texts.migrate, { "data-testid": "migrate" }, async () => {
      const successor = await api.migrate(chat.id);
      location.hash = `#${successor.id}`;
    });
    nodes.push(migrate);
  }
  return nodes;
}

function senders(session: Session, chat: ChatSummary, changed: () => Promise<void>): HTMLElement {
  const { members = [], admins = [] } = chat;
  const option = (value: string, text: string, selected: boolean) =>
    element("option", { value, selected }, text);
  const sender = element(
    "select",
    { "data-testid": "sender", "aria-label": texts.sender },
    ...members.map((id) => {
      const star = admins.includes(id) ? " ★" : "";
      return option(String(id), nameOf(session, id) + star, id === session.senderId && !session.anonymous);
    }),
    ...admins.map((id) =>
      option(
        `${ANONYMOUS}${id}`,
        texts.anonymous(nameOf(session, id)),
        id === session.senderId && session.anonymous,
      ),
    ),
  );
  sender.addEventListener("change", () => {
    session.anonymous = sender.value.startsWith(ANONYMOUS);
    session.senderId = Number(sender.value.replace(ANONYMOUS, ""));
    changed().catch(showError);
  });
  return sender;
}

function topics(
  session: Session,
  chat: ChatSummary,
  by: number,
  reload: (work: Promise<unknown>) => Promise<void>,
): HTMLElement[] {
  const choice = element(
    "select",
    { "data-testid": "topic", "aria-label": texts.topic },
    element("option", { value: "" }, texts.generalTopic),
    ...(chat.topics ?? []).map(({ id, name }) =>
      element("option", { value: String(id), selected: id === session.threadId }, name),
    ),
  );
  const choose = (id: number | undefined) => {
    session.threadId = id;
    return reload(Promise.resolve());
  };
  choice.addEventListener("change", () => {
    choose(choice.value === "" ? undefined : Number(choice.value)).catch(showError);
  });
  const name = element("input", { placeholder: texts.topicName, maxlength: "128", required: true });
  const create = button(texts.newTopic, { "data-testid": "new-topic" }, async () => {
    const choices = [
      { id: "", text: texts.cancel },
      { id: "create", text: texts.create },
    ];
    if ((await ask(texts.newTopic, choices, name)) !== "create") return;
    session.threadId = (await api.createTopic(chat.id, name.value, by)).id;
  });
  const { threadId } = session;
  if (threadId === undefined) return [choice, create];
  const remove = button(texts.deleteTopic, { "data-testid": "delete-topic" }, async () => {
    await api.deleteTopic(chat.id, threadId);
    await choose(undefined);
  });
  return [choice, create, remove];
}

async function chooseMembers(session: Session, chat: ChatSummary): Promise<void> {
  const boxes = session.people.map((person) => {
    const state = stateOf(chat, person.id);
    const select = element(
      "select",
      { disabled: person.id === chat.createdBy, "aria-label": nameOf(session, person.id) },
      ...Object.entries(texts.standing).map(([value, text]) =>
        element("option", { value, selected: value === state }, text),
      ),
    );
    return { person, state, select };
  });
  const list = element(
    "div",
    { class: "members" },
    ...boxes.map(({ person, select }) => element("label", {}, nameOf(session, person.id), select)),
  );
  const choices = [
    { id: "", text: texts.cancel },
    { id: "save", text: texts.save },
  ];
  if ((await ask(texts.members, choices, list)) !== "save") return;
  for (const { person, state, select } of boxes) {
    if (select.value === state) continue;
    await api.setMember(chat.id, person.id, {
      member: select.value !== "out",
      admin: select.value === "admin",
    });
  }
}

function stateOf({ members = [], admins = [] }: ChatSummary, id: number): keyof typeof texts.standing {
  if (!members.includes(id)) return "out";
  return admins.includes(id) ? "admin" : "member";
}
