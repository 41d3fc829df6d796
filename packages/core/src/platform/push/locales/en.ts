export const pushEn = {
  "trial.title": "🔔 Notifications work in this browser",
  "trial.body": "This is how you hear of what Telegram did not take in time",
};
