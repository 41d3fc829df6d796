import { unpackCommand } from "@stsphera/telegram";
import { ROLE_CODES } from "@stsphera/rbac";
import { unpackApproval } from "../engine/approval-data.ts";
import { FEATURES } from "../features/index.ts";
import { unpackPhoto } from "../features/photo/callback-data.ts";
import { unpackStep } from "../engine/step-data.ts";
import type { BotWorld } from "./bot-world.ts";

const MAX_PRESSES = 400;
const ROLE = new RegExp(`:(?:${ROLE_CODES.join("|")})(?=:|$)`, "g");

/** Parsers of callback data of a feature. */
const READERS = [
  ...FEATURES.flatMap(({ buttons = [] }) => buttons.map(({ unpack }) => unpack)),
  unpackPhoto,
  unpackCommand,
  unpackApproval,
  unpackStep,
];

type Memory = { dialogue: { feature: string; id: string; form?: string; step?: string } | null };
type Seen = { data: string; messageId: number; memory: string | null };

const dialogueOf = (memory: string | null): Memory["dialogue"] =>
  memory === null ? null : (JSON.parse(memory) as Memory).dialogue;

/** The kind of a button: its data without ids. One of each kind is pressed. Null for buttons of ended dialogues. */
export function kindOf(data: string, memory: string | null): string | null {
  const plain = data.replace(/^(p1):\w+:/, "$1:");
  const step = unpackStep(data);
  if (step === null) {
    const named = /^(?:va|ad|u):/.test(plain) ? plain.replace(ROLE, ":ROLE") : plain;
    return named.replace(/:[fo]?-?\d[\d-]*/g, ":#");
  }
  const d = dialogueOf(memory);
  if (d === null || d.id !== step.dialogueId) return null;
  const argument = /^\d/.test(step.argument) ? "#" : step.argument;
  const tail = `:${argument}`.replace(ROLE, ":ROLE");
  return `d1:${d.feature}.${d.form}.${d.step}:${step.action}${argument === "" ? "" : tail}`;
}

async function memoryOf(bot: BotWorld, who: number): Promise<string | null> {
  const [row] = await bot.world.db.read<{ state: unknown }>(
    "select state from bot_dialogues where chat_id = $1",
    [who],
  );
  return row === undefined ? null : JSON.stringify(row.state);
}

const restore = ({ world }: BotWorld, who: number, state: string | null) =>
  state === null
    ? world.db.sql`delete from bot_dialogues where chat_id = ${who}`
    : world.db.sql`update bot_dialogues set state = ${state}::text::jsonb where chat_id = ${who}`;

/** Presses one button of every kind reachable from a chat; returns those that got no answer. */
export async function walk(bot: BotWorld, who: number, pressed: Set<string>): Promise<string[]> {
  const unanswered: string[] = [];
  const waiting: Seen[] = [];
  const isNew = (data: string, memory: string | null): boolean => {
    const kind = kindOf(data, memory);
    return kind !== null && !pressed.has(kind);
  };
  const look = async () => {
    const memory = await memoryOf(bot, who);
    for (const message of bot.telegram.messages(who)) {
      for (const { callback_data: data } of message.keyboard.flat()) {
        if (data !== undefined && isNew(data, memory))
          waiting.push({ data, messageId: message.messageId, memory });
      }
    }
  };
  await look();
  for (let next = waiting.shift(); next !== undefined && pressed.size < MAX_PRESSES; next = waiting.shift()) {
    const kind = kindOf(next.data, next.memory);
    if (kind === null || pressed.has(kind)) continue;
    pressed.add(kind);
    await restore(bot, who, next.memory);
    await bot.pressData(who, next.data, next.messageId);
    const toast = bot.telegram.toasts().at(-1) ?? "";
    if (/уже закрыт/.test(toast) || /Не получилось/.test(bot.last(who).text))
      unanswered.push(`${next.data}: ${toast}`);
    await look();
  }
  return unanswered;
}

/** Callback data that was sent and that no feature can parse. */
export function unreadable(bot: BotWorld): { sent: number; unread: string[] } {
  const sent = bot.telegram.calls.flatMap(({ params }) => {
    const markup = params["reply_markup"] as { inline_keyboard?: { callback_data?: string }[][] } | undefined;
    return (markup?.inline_keyboard ?? [])
      .flat()
      .flatMap(({ callback_data: data }) => (data === undefined ? [] : [data]));
  });
  const unread = sent.filter(
    (data) => !data.startsWith("r:") && READERS.every((read) => read(data) === null),
  );
  return { sent: sent.length, unread };
}
