/** Verbs without a route, with the reason. A test fails for a verb that has neither. */
export const INTERNAL_VERBS: Readonly<Record<string, string>> = {
  "user.register": "sign-in and the bot register newcomers",
  "user.update_registration": "a newcomer corrects his request in the chat",
  "fact.recent": "the bot asks which entry stray photos belong to",
  "file.record_telegram": "the bot records photos of the chat",
  "fact.attach_telegram_photos": "the bot adds photos of the chat to an entry",
  "file.process": "a job of the scheduler",
  "fact.remind_returned": "a job of the scheduler",
  "delegation.expire": "a job of the scheduler",
  "decisions.mend": "the nightly job of the scheduler",
  "sums.mend": "the nightly job of the scheduler",
};
