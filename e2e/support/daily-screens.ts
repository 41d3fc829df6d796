import { signIn } from "./api-client.ts";

/** Telegram's ids of the demo's people. */
export const PEOPLE = { foreman: 1_000_011, manager: 1_000_004, director: 1_000_002 } as const;

type Where = { readonly front: string; readonly sandbox: string; readonly userId: number };
/** A screen and the address that opens it. */
export type Screen = { readonly name: string; readonly start: string };

export async function initDataOf({ sandbox, userId }: Pick<Where, "sandbox" | "userId">): Promise<string> {
  const answer = await fetch(`${sandbox}/sandbox/init-data?userId=${userId}`);
  return ((await answer.json()) as { initData: string }).initData;
}

/** Every screen of the bar, of an object and of a task that the person sees. */
export async function screensOf({ front, sandbox, userId }: Where): Promise<Screen[]> {
  const api = await signIn(front, await initDataOf({ sandbox, userId }));
  const { items } = await api<{ items: { id: number; name: string }[] }>("GET", "/objects");
  const object = items.find(({ name }) => name === "СПК Блок Б") ?? items[0];
  if (object === undefined) throw new Error("The person sees no object");
  const tasks = await api<{ items: { id: number }[] }>("GET", `/objects/${object.id}/tasks?limit=1`);
  const place = `/objects/${object.id}`;
  return [
    { name: "dashboard", start: "/" },
    { name: "objects", start: "/objects" },
    { name: "object", start: place },
    { name: "fact", start: `${place}/fact` },
    { name: "facade", start: `${place}/facade` },
    { name: "object-tasks", start: `${place}/tasks` },
    ...tasks.items.map(({ id }) => ({ name: "task", start: `/tasks/${id}` })),
    { name: "tasks", start: "/tasks" },
    { name: "waiting", start: "/waiting" },
    { name: "notifications", start: "/notifications" },
    { name: "profile", start: "/profile" },
  ];
}
