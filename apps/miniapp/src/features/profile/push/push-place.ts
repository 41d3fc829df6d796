/** What this window is, as far as ringing in it goes. */
export type PushPlace = {
  /** Telegram's own window rings by Telegram. */
  inTelegram: boolean;
  hasWorker: boolean;
  hasPush: boolean;
  /** Of iOS: whether the app was opened from the home screen; undefined elsewhere. */
  standalone: boolean | undefined;
  permission: "default" | "granted" | "denied";
};

/**
 * What can be offered: `hidden` says nothing, `homescreen` and `unsupported` and `denied` say what to do, `ready` has the
 * switch.
 */
export type PushOffer = "hidden" | "homescreen" | "unsupported" | "denied" | "ready";

export function offerOf(
  place: PushPlace,
  mine: { publicKey: string | null; sessionId: number | null },
): PushOffer {
  if (place.inTelegram || mine.publicKey === null || mine.sessionId === null) return "hidden";
  if (place.standalone === false) return "homescreen";
  if (!place.hasWorker || !place.hasPush) return "unsupported";
  return place.permission === "denied" ? "denied" : "ready";
}

/** Looks at this window. Asks for nothing. */
export function pushPlace(inTelegram: boolean): PushPlace {
  const { standalone } = navigator as Navigator & { standalone?: boolean };
  return {
    inTelegram,
    hasWorker: "serviceWorker" in navigator,
    hasPush: "PushManager" in window && "Notification" in window,
    standalone,
    permission: "Notification" in window ? Notification.permission : "default",
  };
}
