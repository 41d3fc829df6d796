import { MANY } from "./many.ts";
import { notificationOf } from "./rows.ts";
import type { VerbCase } from "./verb-case.ts";
import { verbsOf } from "./verbs-of.ts";

const cases: Readonly<Record<string, VerbCase>> = {
  "notification.mark_read": {
    quiet: true,
    permission: "notifications.own",
    input: async ({ ctx, actor }) => ({ notificationId: await notificationOf(ctx, actor) }),
  },
  "notification.mark_all_read": { permission: "notifications.own", quiet: true, input: () => ({}) },
  "notification.list": { permission: "notifications.own", input: () => ({}) },
  "notification.summary": { permission: "notifications.own", input: () => ({}) },
};

export const NOTIFICATION_CASES = verbsOf({
  cases,
  grow: async ({ prepared: { world }, reader }) => {
    await world.db.sql`
      insert into notifications (user_id, key, type, category, priority, title, text, deep_link, created_at, updated_at)
      select ${reader.id}::int, 'много-' || n, 'fact.day_card', 'facts', 'normal', 'Факт', '', 'o1', ${world.now},
        ${world.now} from generate_series(1, ${MANY}::int) n`;
  },
  ids: { notifications: ["notificationId"] },
  thingsOn: async ({ world, author }) => ({
    notificationId: await notificationOf(world.ctx(author), author),
  }),
});
