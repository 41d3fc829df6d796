import { api, type About, type ChatSummary, type Person } from "./api.ts";

/** State of the page: users, chats and the selected one. */
export type Session = {
  about: About;
  people: Person[];
  chats: ChatSummary[];
  chatId: number | undefined;
  /** The sender: the chat's user, or the selected member of a group. */
  senderId: number | undefined;
  /** The sender hides behind the group. */
  anonymous: boolean;
  /** The topic of a forum; undefined for the general one. */
  threadId: number | undefined;
  seen: Map<number, number>;
};

export async function loadSession(): Promise<Session> {
  const [about, people, chats] = await Promise.all([api.about(), api.people(), api.chats()]);
  const seen = new Map(chats.map((chat) => [chat.id, chat.lastMessage?.messageId ?? 0]));
  return {
    about,
    people,
    chats,
    chatId: undefined,
    senderId: undefined,
    anonymous: false,
    threadId: undefined,
    seen,
  };
}

export function chatOf(session: Session, id: number | undefined): ChatSummary | undefined {
  return session.chats.find((chat) => chat.id === id);
}

export function nameOf(session: Session, id: number | null): string {
  if (id === session.about.bot.id) return session.about.bot.name;
  const person = session.people.find((candidate) => candidate.id === id);
  return person ? `${person.firstName} ${person.lastName}` : "";
}

export function isUnread(session: Session, chat: ChatSummary): boolean {
  return (chat.lastMessage?.messageId ?? 0) > (session.seen.get(chat.id) ?? 0);
}
