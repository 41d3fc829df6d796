import { badRequest } from "../errors.ts";
import { knownFields, type Input } from "../input.ts";
import type { MenuButton } from "../../world/model.ts";
import type { World } from "../../world/world.ts";
import { checkWebAppUrl } from "../markup/urls.ts";
import { chatForReading } from "./chat-access.ts";
import type { Method } from "./method.ts";

function keyOf(world: World, input: Input): string {
  if (!input.has("chat_id")) return "default";
  const chat = chatForReading(world, input);
  if (chat.type !== "private") throw badRequest("chat must be a private chat");
  return String(chat.id);
}

function readButton(value: unknown): MenuButton {
  if (value === undefined) return { type: "default" };
  const button = knownFields(value, ["type", "text", "web_app"], "menu_button");
  const { type, text } = button;
  if (type === "default" || type === "commands") return { type };
  if (type !== "web_app") throw badRequest("MenuButton has unsupported type");
  if (typeof text !== "string" || text.trim() === "") throw badRequest("MenuButton text must be non-empty");
  const { url } = knownFields(button["web_app"], ["url"], "WebAppInfo");
  checkWebAppUrl(url, "menu button");
  return { type, text, web_app: { url: String(url) } };
}

export const setChatMenuButton: Method = {
  parameters: ["chat_id", "menu_button"],
  run(world, input) {
    world.menuButtons.set(keyOf(world, input), readButton(input.json("menu_button")));
    return true;
  },
};

export const getChatMenuButton: Method = {
  parameters: ["chat_id"],
  run: (world, input) => {
    const button = menuButtonOf(world, keyOf(world, input));
    // Telegram says "default" where nothing was set.
    return button.type === "commands" ? { type: "default" } : button;
  },
};

/** The user's menu button; `default` falls back to the bot's own, then to the command list. */
export function menuButtonOf(world: World, key: string | number): MenuButton {
  const own = world.menuButtons.get(key);
  if (own && own.type !== "default") return own;
  const common = world.menuButtons.get("default");
  return common && common.type !== "default" ? common : { type: "commands" };
}
