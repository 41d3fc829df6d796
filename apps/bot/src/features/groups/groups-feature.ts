import { Composer } from "telegraf";
import type { BotContext } from "../../engine/bot-context.ts";
import type { Feature } from "../../engine/feature.ts";

/** In groups the bot points commands to the private chat and ignores everything else. */
export const groupsFeature: Feature = {
  handlers() {
    const composer = new Composer<BotContext>();
    composer.on("my_chat_member", () => undefined);
    composer.use((ctx, next) => {
      const { turn } = ctx;
      const chat = turn.message?.chat ?? turn.callback?.message?.chat;
      if (chat === undefined || chat.type === "private") return next();
      if (turn.message?.text?.startsWith("/") === true) {
        const url = `https://t.me/${turn.services.botUsername}`;
        const { t } = turn;
        turn.say({
          text: t("command.private_only"),
          buttons: [[{ kind: "url", text: t("command.open_bot"), url }]],
        });
      }
      turn.toast(turn.t("error.not_yours_plain"));
      return undefined;
    });
    return composer;
  },
};
