import type { MessageView } from "../control/message-view.ts";

export type Person = {
  id: number;
  firstName: string;
  lastName: string;
  username: string;
  role: string | null;
};

export type ChatSummary = {
  id: number;
  type: "private" | "group" | "supergroup";
  title: string;
  lastMessage: MessageView | null;
  started?: boolean;
  blocked?: boolean;
  members?: number[];
  admins?: number[];
  createdBy?: number;
  bot?: "member" | "kicked";
  forum?: boolean;
  topics?: { id: number; name: string }[];
  migratedTo?: number;
};

export type Menu = {
  commands: { command: string; description: string }[];
  menuButton: { type: "commands" | "default" } | { type: "web_app"; text: string; web_app: { url: string } };
};

export type About = {
  bot: { id: number; username: string; name: string };
  appShortName: string;
  miniAppUrl: string;
};
export type ClockView = { now: string; offsetMs: number; frozen: boolean };
export type Fault = { kind: string; method?: string; count?: number };

async function call<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`/sandbox${path}`, {
    method,
    ...(body === undefined
      ? {}
      : { headers: { "content-type": "application/json" }, body: JSON.stringify(body) }),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error((answer as { error?: string }).error ?? String(response.status));
  return answer as T;
}

/** The page's client of the control API. */
export const api = {
  about: () => call<About>("GET", "/about"),
  people: () => call<Person[]>("GET", "/people"),
  chats: () => call<ChatSummary[]>("GET", "/chats"),
  messages: (chatId: number) => call<MessageView[]>("GET", `/chats/${chatId}/messages`),
  menu: (chatId: number, userId: number) => call<Menu>("GET", `/chats/${chatId}/menu?userId=${userId}`),
  send: (chatId: number, content: Record<string, unknown> & { from: number }) =>
    call<{ messageIds: number[] }>("POST", `/chats/${chatId}/messages`, content),
  press: (chatId: number, press: { from: number; messageId: number; data: string }) =>
    call<{ answered: boolean; text?: string; showAlert?: boolean; url?: string }>(
      "POST",
      `/chats/${chatId}/callbacks`,
      press,
    ),
  createGroup: (title: string, members: number[], forum: boolean) =>
    call<{ id: number }>("POST", "/groups", { title, members, forum }),
  setBot: (id: number, isIn: boolean, by: number) => call("POST", `/groups/${id}/bot`, { in: isIn, by }),
  setMember: (id: number, userId: number, change: { member: boolean; admin: boolean }) =>
    call("POST", `/groups/${id}/members/${userId}`, change),
  createTopic: (id: number, name: string, by: number) =>
    call<{ id: number }>("POST", `/groups/${id}/topics`, { name, by }),
  deleteTopic: (id: number, topicId: number) => call("DELETE", `/groups/${id}/topics/${topicId}`),
  migrate: (id: number) => call<{ id: number }>("POST", `/groups/${id}/migrate`, {}),
  block: (id: number, blocked: boolean) => call("POST", `/people/${id}/${blocked ? "block" : "unblock"}`, {}),
  initData: (userId: number, startParam: string | undefined) => {
    const start = startParam === undefined ? "" : `&startParam=${encodeURIComponent(startParam)}`;
    return call<{ initData: string }>("GET", `/init-data?userId=${userId}${start}`);
  },
  clock: () => call<ClockView>("GET", "/clock"),
  moveClock: (change: { now?: string; advanceSeconds?: number; freeze?: boolean }) =>
    call<ClockView>("POST", "/clock", change),
  faults: () => call<Fault[]>("GET", "/faults"),
  addFault: (fault: Fault) => call<Fault[]>("POST", "/faults", fault),
  clearFaults: () => call<Fault[]>("DELETE", "/faults"),
  limits: () => call<{ on: boolean }>("GET", "/limits"),
  setLimits: (on: boolean) => call<{ on: boolean }>("POST", "/limits", { on }),
  store: () => call<{ down: boolean }>("GET", "/store"),
  setStore: (down: boolean) => call<{ down: boolean }>("POST", "/store", { down }),
  fileUrl: (fileId: string) => `/sandbox/files/${encodeURIComponent(fileId)}`,
};
