/** Keeps the app itself on the phone, where the browser can; Telegram on iOS cannot, and has its cache alone. */
export async function keepApp(): Promise<void> {
  if (!import.meta.env.PROD || !("serviceWorker" in navigator)) return;
  const registration = await navigator.serviceWorker.register("/sw.js");
  // An app that stays open for days learns of a newer one when it is looked at again.
  document.addEventListener("visibilitychange", () => {
    if (document.visibilityState === "visible" && navigator.onLine) registration.update().catch(reportError);
  });
  if (!("Notification" in window) || Notification.permission !== "granted") return;
  const { followPushes } = await import("../shared/push/follow-pushes.ts");
  await followPushes(registration);
}
