import { createHash, randomBytes } from "node:crypto";
import { createChatCode } from "@stsphera/core";
import type { ObjectSummary } from "@stsphera/contracts";
import { CODE_BYTES, codeFrom, codeInWords } from "@stsphera/contracts/chats/code";
import { canSomewhere } from "@stsphera/rbac";
import { card, fitCaption, html } from "@stsphera/telegram";
import { press } from "../../engine/buttons.ts";
import type { Feature } from "../../engine/feature.ts";
import { objectsFor } from "../../engine/my-objects.ts";
import { sayNoObject } from "../../engine/nowhere.ts";
import { onButtons } from "../../engine/on-buttons.ts";
import type { Turn } from "../../engine/turn.ts";

const MAX_OBJECTS = 20;
const DATA = /^ck:([1-9]\d{0,8})$/;

function unpackCode(data: string): { objectId: number } | null {
  const [, objectId] = DATA.exec(data) ?? [];
  return objectId === undefined ? null : { objectId: Number(objectId) };
}

/** Makes a code that is shown once; a repeated update makes another and cancels this one. */
async function giveCode(
  turn: Turn,
  { id: objectId, name }: Pick<ObjectSummary, "id" | "name">,
): Promise<void> {
  const { t, services } = turn;
  const code = codeFrom(randomBytes(CODE_BYTES));
  const codeHash = createHash("sha256").update(code).digest("hex");
  await createChatCode.run(turn.context(`chat_code:${codeHash}`), { objectId, codeHash });
  const url = `https://t.me/${services.botUsername}?startgroup=${code}`;
  turn.sayOnce({
    text: card(t("chat.code_title", { object: name }), [
      t("chat.code_send"),
      html`<code>/link ${codeInWords(code)}</code>`,
      t("chat.code_once"),
    ]),
    buttons: [[{ kind: "url", text: t("chat.code_add"), url }]],
  });
}

const linkable = async (turn: Turn): Promise<ObjectSummary[]> =>
  (await objectsFor(turn, "chat.link")).filter(({ status }) => status !== "closed" && status !== "archived");

/** /link in the private chat: a code for one of the user's objects. */
async function askCode(turn: Turn): Promise<void> {
  const objects = await linkable(turn);
  const [only, second] = objects;
  if (only === undefined) return void sayNoObject(turn);
  if (second === undefined) return giveCode(turn, only);
  const buttons = objects
    .slice(0, MAX_OBJECTS)
    .map(({ id, name }) => [press(fitCaption(name, 36), `ck:${id}`)]);
  turn.say({ text: card(turn.t("chat.code_ask"), []), buttons });
}

async function pressCode(turn: Turn, { objectId }: { objectId: number }): Promise<void> {
  const object = (await linkable(turn)).find(({ id }) => id === objectId);
  if (object === undefined) return void sayNoObject(turn);
  await giveCode(turn, object);
}

/** Codes by which a chat is linked to an object. */
export const chatsFeature: Feature = {
  commands: [
    { name: "link", place: 95, works: (actor) => canSomewhere(actor, "chat.link"), answer: askCode },
  ],
  buttons: [onButtons(unpackCode, pressCode)],
};
