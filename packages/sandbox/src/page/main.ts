import { api } from "./api.ts";
import { ChatView } from "./chat-view.ts";
import { renderControls } from "./controls.ts";
import { byId, showError } from "./dom.ts";
import { renderPeople } from "./people-list.ts";
import { Phone, type PhoneSettings } from "./phone.ts";
import { chatOf, loadSession, type Session } from "./session.ts";
import { texts } from "./texts.ts";

type News = { chats: number[]; menu: boolean; list: boolean };

async function start(): Promise<void> {
  const session = await loadSession();
  const settings: PhoneSettings = { theme: "dark", platform: "android" };
  const phone = new Phone(session.about, settings, () => session.senderId);
  const view = new ChatView(byId("chat"), session, phone);
  byId("stand").replaceChildren(phone.root);
  renderControls(byId("controls"), settings, () => phone);

  const drawPeople = () => renderPeople(byId("people"), session, (id) => (location.hash = `#${id}`));
  const reloadChats = async () => {
    session.chats = await api.chats();
    drawPeople();
    view.drawHead();
  };
  const follow = async () => {
    if (!choose(session)) await reloadChats();
    if (!choose(session)) return;
    phone.close();
    await view.open();
    drawPeople();
  };

  drawPeople();
  window.addEventListener("hashchange", () => void follow().catch(showError));
  await follow();
  listen(async ({ chats, menu, list }) => {
    if (session.chatId !== undefined && chats.includes(session.chatId)) await view.refresh();
    if (menu) await view.refreshMenu();
    if (chats.length > 0 || list) await reloadChats();
  });
}

/** Selects the chat named in the address; false when there is none. */
function choose(session: Session): boolean {
  const chat = chatOf(session, Number(location.hash.slice(1)));
  if (!chat) return false;
  if (session.chatId !== chat.id) {
    session.anonymous = false;
    session.threadId = undefined;
  }
  session.chatId = chat.id;
  session.senderId = chat.members ? chat.members[0] : chat.id;
  document.title = `${chat.title} · ${texts.brand}`;
  return true;
}

function listen(hear: (news: News) => Promise<void>): void {
  const source = new EventSource("/sandbox/events");
  source.addEventListener("message", (event: MessageEvent<string>) => {
    hear(JSON.parse(event.data) as News).catch(showError);
  });
  // After a lost connection events may have been missed, so everything is loaded again.
  let broken = false;
  source.addEventListener("error", () => (broken = true));
  source.addEventListener("open", () => {
    if (!broken) return;
    broken = false;
    const chatId = Number(location.hash.slice(1));
    hear({ chats: Number.isInteger(chatId) ? [chatId] : [], menu: true, list: true }).catch(showError);
  });
}

start().catch(showError);
