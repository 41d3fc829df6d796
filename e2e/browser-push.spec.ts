import { type Browser, type BrowserContext, type CDPSession, expect, type Worker } from "@playwright/test";
import { signIn } from "./support/api-client.ts";
import { PEOPLE, sandboxClient, type SandboxMessage } from "./support/sandbox-client.ts";
import { system } from "./support/system.ts";
import { test } from "./support/test.ts";

const PHONE = { viewport: { width: 390, height: 844 }, locale: "ru-RU", timezoneId: "Europe/Moscow" };
const TERM_SECONDS = 61;

type Pushed = { id: string; urgency: string; payload: { title: string; body: string; url: string } };

const linkIn = ({ text }: SandboxMessage) => /https?:\/\/\S+\/login#[\w-]{43}/.exec(text ?? "")?.[0] ?? "";

/** The push service of this installation's sandbox. */
function pushService() {
  const ask = async <T>(path: string, body?: unknown): Promise<T> => {
    const how = body === undefined ? {} : { method: "POST", body: JSON.stringify(body) };
    const answer = await fetch(`${system().sandbox}/sandbox/push${path}`, {
      ...how,
      headers: { "content-type": "application/json" },
    });
    expect(answer.ok, path).toBe(true);
    return (await answer.json()) as T;
  };
  return {
    messages: () => ask<Pushed[]>("/messages"),
    refusals: () => ask<string[]>("/refusals"),
    subscribe: (applicationServerKey: string) => ask<object>("/subscriptions", { applicationServerKey }),
  };
}

/**
 * A browser whose push service is the sandbox's: without the network Chromium reaches none of its own. A Chromium without
 * windows allows no notifications either, so the permission and what is shown are replaced too (`watchShown`); the service
 * worker, its events and the way from a press to a page are Chromium's.
 */
async function openBrowser(browser: Browser): Promise<BrowserContext> {
  const context = await browser.newContext(PHONE);
  await context.exposeBinding("subscribeInSandbox", (_source, key: string) => pushService().subscribe(key));
  await context.addInitScript(() => {
    const own = window as unknown as {
      asked: number;
      subscribeInSandbox: (key: string) => Promise<object>;
    };
    own.asked = 0;
    let permission = localStorage.getItem("permission") ?? "default";
    Object.defineProperty(Notification, "permission", { get: () => permission });
    Notification.requestPermission = async () => {
      own.asked += 1;
      permission = "granted";
      localStorage.setItem("permission", permission);
      return "granted";
    };
    type Made = { endpoint: string; keys: Record<string, string>; key: string };
    // It outlives the page, as a browser's own does.
    const held = (): PushSubscription | null => {
      const text = localStorage.getItem("subscription");
      if (text === null) return null;
      const { endpoint, keys, key } = JSON.parse(text) as Made;
      const bytes = atob(key.replaceAll("-", "+").replaceAll("_", "/"));
      return {
        endpoint,
        options: { applicationServerKey: Uint8Array.from(bytes, (letter) => letter.charCodeAt(0)).buffer },
        toJSON: () => ({ endpoint, keys }),
        unsubscribe: async () => {
          localStorage.removeItem("subscription");
          return true;
        },
      } as unknown as PushSubscription;
    };
    PushManager.prototype.getSubscription = async () => held();
    PushManager.prototype.subscribe = async (options) => {
      const key = String(options?.applicationServerKey);
      localStorage.setItem("subscription", JSON.stringify({ ...(await own.subscribeInSandbox(key)), key }));
      return held() as PushSubscription;
    };
  });
  return context;
}

/** Hands a push to the service worker of the page, as the browser does when its push service has one. */
async function deliver(
  devtools: CDPSession,
  registrationId: string,
  pushed: Pushed | undefined,
): Promise<void> {
  const data = JSON.stringify(pushed?.payload);
  await devtools.send("ServiceWorker.deliverPushMessage", { origin: system().front, registrationId, data });
}

type Shown = { title: string; tag: string; data: unknown; close: () => void };

/** Keeps what the service worker shows, as a screen would. */
async function watchShown(context: BrowserContext): Promise<Worker> {
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
  await worker.evaluate(() => {
    const own = self as unknown as {
      shown: Shown[];
      registration: ServiceWorkerRegistration;
      WindowClient: { prototype: object };
    };
    own.shown = [];
    own.registration.showNotification = async (title, options) => {
      const { tag = "", data } = options ?? {};
      own.shown = own.shown.filter((one) => one.tag !== tag);
      own.shown.push({ title, tag, data: data as unknown, close: () => undefined });
    };
    // A window may be focused by a real press alone.
    Object.defineProperty(own.WindowClient.prototype, "focus", { value: () => Promise.resolve() });
  });
  return worker;
}

const shown = (worker: Worker) =>
  worker.evaluate(() => (self as unknown as { shown: Shown[] }).shown.map(({ title }) => title));

test("Telegram is away: the browser rings once, a press opens the page, and the chat catches up silently", async ({
  browser,
}) => {
  const { front, sandbox } = system();
  const telegram = sandboxClient(sandbox);
  const pushes = pushService();
  const context = await openBrowser(browser);
  const page = await context.newPage();
  const registrations: string[] = [];
  const devtools = await context.newCDPSession(page);
  devtools.on("ServiceWorker.workerRegistrationUpdated", ({ registrations: all }) => {
    registrations.push(...all.filter(({ isDeleted }) => !isDeleted).map((one) => one.registrationId));
  });
  await devtools.send("ServiceWorker.enable");
  let worker: Worker;

  await test.step("an engineer signs in in a browser, where nothing asks for a permission", async () => {
    await telegram.say(PEOPLE.pto, { text: "/login" });
    await page.goto(linkIn(await telegram.awaitMessage(PEOPLE.pto, (one) => linkIn(one) !== "")));
    await page.getByTestId("enter-by-link").click();
    await expect(page.getByTestId("nav-profile")).toBeVisible();
    await page.goto(`${front}/profile/settings`);
    await expect(page.getByTestId("browser-push")).toHaveAttribute("data-state", "ready");
    expect(await page.evaluate(() => (window as unknown as { asked: number }).asked)).toBe(0);
  });

  await test.step("they switch it on and try it out", async () => {
    await page.getByTestId("push-on").click();
    await expect(page.getByTestId("browser-push")).toHaveAttribute("data-state", "on");
    await page.getByTestId("push-try").click();
    await expect.poll(async () => (await pushes.messages()).length).toBe(1);
    const [trial] = await pushes.messages();
    expect(trial?.payload.title).toContain("Уведомления в этом браузере работают");
    await expect.poll(() => registrations.length).toBeGreaterThan(0);
    worker = await watchShown(context);
    await deliver(devtools, registrations[0] ?? "", trial);
    await expect.poll(() => shown(worker)).toEqual([trial?.payload.title]);
    await page.goto(`${front}/profile/devices`);
    await expect(page.getByTestId("session-current")).toContainText("уведомления включены");
  });

  const admin = await signIn(front, await telegram.initData(PEOPLE.admin));
  const engineer = await signIn(front, await telegram.initData(PEOPLE.pto));
  const { user } = await engineer<{ user: { id: number } }>("GET", "/me");
  const reason = "Telegram не отвечает, тел. +7 900 123-45-67";
  const given = async (times: number) => {
    await admin("POST", "/auth/given-links", { userId: user.id, reason });
    const told = async () => {
      const { items } = await engineer<{ items: { title: string }[] }>("GET", "/notifications");
      return items.filter(({ title }) => /сделали ссылку для входа/.test(title)).length;
    };
    await expect.poll(told).toBe(times);
  };
  await test.step("Telegram is gone; an alarm rings in the browser when its minute is over", async () => {
    await telegram.fault({ kind: "down" });
    await given(1);
    await telegram.clock({ advanceSeconds: TERM_SECONDS });
    await expect.poll(async () => (await pushes.messages()).length, { timeout: 30_000 }).toBe(2);
    const [, alarm] = await pushes.messages();
    expect(alarm).toMatchObject({ urgency: "high" });
    expect(alarm?.payload.title).toContain("Для вас сделали ссылку для входа");
    expect(JSON.stringify(alarm?.payload)).not.toContain("123-45-67");
    await deliver(devtools, registrations[0] ?? "", alarm);
    await expect.poll(() => shown(worker)).toContain(alarm?.payload.title);
    expect(await pushes.refusals()).toEqual([]);
  });

  await test.step("a press opens the page in the window that is open, without loading it anew", async () => {
    await page.evaluate(() => Object.assign(window, { kept: true }));
    await worker.evaluate(() => {
      const own = self as unknown as { shown: Shown[]; ExtendableEvent: typeof Event };
      const notification = own.shown.find(({ tag }) => tag.startsWith("n"));
      if (notification === undefined) throw new Error("nothing is shown");
      self.dispatchEvent(Object.assign(new own.ExtendableEvent("notificationclick"), { notification }));
    });
    await expect(page).toHaveURL(/\/notifications\?news=\d+$/);
    expect(await page.evaluate(() => "kept" in window)).toBe(true);
    await expect(page.getByText("Для вас сделали ссылку для входа").first()).toBeVisible();
  });

  await test.step("Telegram is back: the message comes to the chat without a sound, and nothing rings again", async () => {
    await telegram.noFaults();
    const told = (one: SandboxMessage) => /сделали ссылку для входа/.test(one.text ?? "");
    await telegram.awaitMessage(PEOPLE.pto, told);
    const calls = (await (await fetch(`${sandbox}/sandbox/calls?method=sendMessage`)).json()) as {
      parameters: Record<string, unknown>;
      status: number | null;
    }[];
    const arrived = calls.filter(
      ({ parameters, status }) =>
        status === 200 && /сделали ссылку для входа/.test(String(parameters["text"])),
    );
    expect(arrived.map(({ parameters }) => String(parameters["disable_notification"]))).toEqual(["true"]);
    await telegram.clock({ advanceSeconds: 600 });
    expect(await pushes.messages()).toHaveLength(2);
  });

  await test.step("signed out everywhere, the browser rings no more", async () => {
    await page.goto(`${front}/profile/devices`);
    await page.getByTestId("end-all-sessions").click();
    await expect(page.getByTestId("sign-in-passkey").or(page.getByTestId("sign-in")).first()).toBeVisible();
    await telegram.fault({ kind: "down" });
    await admin("POST", "/auth/given-links", { userId: user.id, reason });
    await telegram.clock({ advanceSeconds: 10 * TERM_SECONDS });
    await page.waitForTimeout(7_000);
    expect(await pushes.messages()).toHaveLength(2);
    await telegram.noFaults();
  });
});
