// Becomes /sw.js: keeps the app on the phone, so that it opens without a network. Answers of the API are not its business.
declare const FILES: readonly string[];
declare const VERSION: string;

type Extendable = Event & { waitUntil: (work: Promise<unknown>) => void };
type Fetching = Extendable & { request: Request; respondWith: (answer: Promise<Response>) => void };
type Worker = { skipWaiting: () => Promise<void>; clients: { claim: () => Promise<void> } };
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
