/** What a browser shows when its user tries it out. */
export const pushRu = {
  "trial.title": "🔔 Уведомления в этом браузере работают",
  "trial.body": "Так придёт то, что Telegram не взял вовремя",
};
