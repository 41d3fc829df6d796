/** What the forms about the access of people ask: the bot and the Mini App say the same. */
export const people = {
  "ask.admin.search.search": "Write a part of the name.",
  "ask.admin.deactivate.reason": "Why is access closed? Write it in one message.",
  "ask.admin.reactivate.reason": "Why is access opened again? Write it in one message.",
} as const;
