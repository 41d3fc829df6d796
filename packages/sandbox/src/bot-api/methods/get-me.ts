import type { Method } from "./method.ts";

export const getMe: Method = {
  parameters: [],
  run: (world) => ({
    ...world.bot,
    can_join_groups: true,
    can_read_all_group_messages: true,
    supports_inline_queries: false,
    can_connect_to_business: false,
    has_main_web_app: true,
  }),
};
