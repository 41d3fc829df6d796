// Becomes /sw.js: keeps the app on the phone, so that it opens without a network, and shows what rings here. Answers of the
// API are not its business.
declare const FILES: readonly string[];
declare const VERSION: string;

type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Extendable & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Pushing = Extendable & { data: { json: () => unknown } | null };
type Pressed = Extendable & { notification: Notification };
type Window = {
  url: string;
  visibilityState: string;
  focus: () => Promise<Window>;
  navigate: (url: string) => Promise<Window | null>;
  postMessage: (message: unknown, ports: MessagePort[]) => void;
};
type Clients = {
  claim: () => Promise<void>;
  matchAll: (which: { type: "window"; includeUncontrolled: boolean }) => Promise<Window[]>;
  openWindow: (url: string) => Promise<Window | null>;
};
type Worker = { skipWaiting: () => Promise<void>; clients: Clients; registration: ServiceWorkerRegistration };
const worker = self as unknown as Worker & typeof globalThis;

const PREFIX = "stsphera-";
const PAGE = "/";
/** With one bar of signal the kept app is shown rather than an empty page. */
const PATIENCE_MS = 3000;

async function install(): Promise<void> {
  const cache = await caches.open(PREFIX + VERSION);
  await cache.addAll([new Request(PAGE, { cache: "reload" }), ...FILES]);
  await worker.skipWaiting();
}

/** A window of the version before may still ask for its parts: that one stays, older ones go. */
async function activate(): Promise<void> {
  const kept = (await caches.keys()).filter((name) => name.startsWith(PREFIX));
  const old = kept.filter((name) => name !== PREFIX + VERSION).slice(0, -1);
  await Promise.all(old.map((name) => caches.delete(name)));
  await worker.clients.claim();
}

const keptPage = async () => (await caches.open(PREFIX + VERSION)).match(PAGE);

/** The server's page leads, so that nobody stays on an old version; the kept one stands in for silence. */
async function page(request: Request): Promise<Response> {
  const fresh = fetch(request);
  // When it comes too late, its failure is nobody's.
  fresh.catch(() => undefined);
  const slow = new Promise<undefined>((resolve) => setTimeout(() => resolve(undefined), PATIENCE_MS));
  try {
    const answer = await Promise.race([fresh, slow]);
    if (answer !== undefined && answer.status < 500) return answer;
    return (await keptPage()) ?? (await fresh);
  } catch (error) {
    const kept = await keptPage();
    if (kept === undefined) throw error;
    return kept;
  }
}

const part = async (request: Request) => (await caches.match(request)) ?? fetch(request);

type Pushed = { title: string; body: string; url: string; tag: string; stays: boolean };
const ICON = "/icons/icon-192.png";
/** An app that does not answer is opened at the page. */
const ANSWER_MS = 1000;

/** A push that cannot be read is shown too: browsers take the permission back from who shows nothing. */
function read(event: Pushing): Pushed {
  const unread = { title: "STSphera", body: "", url: "/notifications", tag: "unread", stays: false };
  try {
    return { ...unread, ...(event.data?.json() as Partial<Pushed> | undefined) };
  } catch {
    return unread;
  }
}

async function show({ title, body, url, tag, stays }: Pushed): Promise<void> {
  const look = { body, tag, icon: ICON, badge: ICON, requireInteraction: stays, data: { url } };
  await worker.registration.showNotification(title, look);
}

/** The app in a window opens the page itself, so that nothing that was typed is lost. */
function asksApp(window: Window, url: string): Promise<boolean> {
  const { port1, port2 } = new MessageChannel();
  return new Promise((resolve) => {
    port1.addEventListener("message", () => resolve(true));
    port1.start();
    setTimeout(() => resolve(false), ANSWER_MS);
    window.postMessage({ kind: "open", url }, [port2]);
  });
}

async function open({ data }: Notification): Promise<void> {
  const url = new URL((data as { url?: string } | null)?.url ?? "/", self.location.origin).href;
  const windows = await worker.clients.matchAll({ type: "window", includeUncontrolled: true });
  const window = windows.find(({ visibilityState }) => visibilityState === "visible") ?? windows[0];
  if (window === undefined) return void (await worker.clients.openWindow(url));
  await window.focus();
  if (!(await asksApp(window, url))) await window.navigate(url);
}

self.addEventListener("push", (event) => (event as Pushing).waitUntil(show(read(event as Pushing))));
self.addEventListener("notificationclick", (event) => {
  const { notification } = event as Pressed;
  notification.close();
  (event as Pressed).waitUntil(open(notification));
});
self.addEventListener("install", (event) => (event as Extendable).waitUntil(install()));
self.addEventListener("activate", (event) => (event as Extendable).waitUntil(activate()));
self.addEventListener("fetch", (event) => {
  const fetching = event as Fetching;
  const { request } = fetching;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== "GET" || origin !== self.location.origin) return;
  if (pathname.startsWith("/assets/")) fetching.respondWith(part(request));
  else if (request.mode === "navigate" && !/^\/(api|telegram)\b|\.[^/]+$/.test(pathname))
    fetching.respondWith(page(request));
});
