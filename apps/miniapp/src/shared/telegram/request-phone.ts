import { host } from "./host.ts";

const SINCE = "6.9";
const ASK_EVERY_MS = 250;
const GIVE_UP_MS = 5000;

/** True where Telegram can be asked for the person's own number. */
export const canRequestPhone = host.kind !== "browser" && host.supports(SINCE);

/** Resolves with the next event of a type that `take` recognizes; null after the time given. */
function nextEvent<T>(
  type: string,
  take: (data: unknown) => T | undefined,
  withinMs?: number,
): Promise<T | null> {
  return new Promise((resolve) => {
    const finish = (value: T | null) => {
      stop();
      clearTimeout(timer);
      resolve(value);
    };
    const stop = host.on(type, (data) => {
      const taken = take(data);
      if (taken !== undefined) finish(taken);
    });
    const timer = withinMs === undefined ? undefined : setTimeout(() => finish(null), withinMs);
  });
}

/** The contact as Telegram answers a custom method: a query string with a JSON of the contact. */
export function phoneIn(result: unknown): string | null {
  const contact = new URLSearchParams(typeof result === "string" ? result : "").get("contact");
  return /"phone_number"\s*:\s*"(\+?\d{7,15})"/.exec(contact ?? "")?.[1] ?? null;
}

type Invoked = { req_id?: string; result?: unknown; error?: string };

async function requestedContact(): Promise<string | null> {
  const end = Date.now() + GIVE_UP_MS;
  // Telegram stores the contact a moment after the person has agreed.
  for (let attempt = 0; Date.now() < end; attempt += 1) {
    const id = `contact-${attempt}`;
    const answered = nextEvent(
      "custom_method_invoked",
      (data) => ((data as Invoked | null)?.req_id === id ? (data as Invoked) : undefined),
      GIVE_UP_MS,
    );
    host.post("web_app_invoke_custom_method", { req_id: id, method: "getRequestedContact", params: {} });
    const answer = await answered;
    const phone = phoneIn(answer?.result);
    if (phone !== null || answer === null) return phone;
    await new Promise((resolve) => setTimeout(resolve, ASK_EVERY_MS));
  }
  return null;
}

/** Asks the person, by Telegram's own dialog, for their number; null when they refuse or Telegram gives none. */
export async function requestPhone(): Promise<string | null> {
  const answered = nextEvent(
    "phone_requested",
    (data) => (data as { status?: string } | null)?.status ?? "cancelled",
  );
  host.post("web_app_request_phone");
  return (await answered) === "sent" ? requestedContact() : null;
}
