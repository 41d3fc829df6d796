import type { LinkedChat } from "@stsphera/contracts";
import type { ActRequest } from "../../../kit/entity/use-acts.ts";
import { get, write } from "../../../shared/api/request.ts";

export const listChats = (objectId: number) => get(`/api/objects/${objectId}/chats`, (c) => c.linkedChatList);

/** Announces a code by its hash; the code itself stays on this phone. */
export const announceCode = (objectId: number, codeHash: string, key: string) =>
  write("POST", `/api/objects/${objectId}/chats/codes`, { body: { codeHash }, key }, (c) => c.chatCode);

export type ChatAct = "mute" | "unlink" | "relink";

/** How each act on a linked chat is asked for; what was unlinked has a newer version. */
export function chatRequest(
  { id, version }: Pick<LinkedChat, "id" | "version">,
  action: ChatAct,
  input: Readonly<Record<string, unknown>>,
): ActRequest {
  const path = `/api/chats/${id}`;
  if (action === "mute") return { method: "PATCH", path, body: { version, ...input } };
  if (action === "unlink") return { method: "POST", path: `${path}/unlink`, body: { version } };
  return { method: "POST", path: `${path}/relink`, body: { version: version + 1 } };
}
