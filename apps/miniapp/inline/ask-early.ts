// Stands in the page itself and runs before the bundle is there, so it imports nothing and says everything here.
type Session = { initData: string; accessToken: string; user?: User };
type User = { role?: string | null };
type Asked = Record<string, Promise<Answer>>;
type Answer = { status: number; body: { answers?: Record<string, Answer> } | null };
/** An address, what is asked for it, what only those who enter facts are asked, and its files by their numbers. */
type Place = [at: string, asks: string[], form: string, files: number[]];
declare const PLACES: readonly Place[];
declare const PLACE_FILES: readonly string[];

const launch = new URLSearchParams(location.hash.slice(1));
const initData = launch.get("tgWebAppData") ?? "";
const stored = storedSession();
const known = stored !== null && (initData === "" || stored.initData === initData);

/** A browser may keep its storage shut: then nobody is known here. */
function storedSession(): Session | null {
  try {
    return JSON.parse(sessionStorage.getItem("stsphera.session") ?? "null") as Session | null;
  } catch {
    return null;
  }
}

/** Where a link leads; other links than these are read by the bundle. */
function addressOf(): string {
  const query = new URLSearchParams(location.search);
  const start =
    launch.get("tgWebAppStartParam") ??
    query.get("startapp") ??
    new URLSearchParams(initData).get("start_param") ??
    "";
  if (start === "") return location.search === "" ? location.pathname : "";
  const [, kind, id, section] = /^([otn])(\d+)(?:_(fact|facade|tasks|team))?(?:_\d{8})?$/.exec(start) ?? [];
  if (kind === "o") return `/objects/${id}${section === undefined ? "" : `/${section}`}`;
  if (kind === "t") return `/tasks/${id}`;
  return kind === "n" ? "/notifications" : "";
}

async function answerOf(request: Promise<Response>): Promise<Answer> {
  try {
    const response = await request;
    return { status: response.status, body: (await response.json()) as Answer["body"] };
  } catch {
    // Silence is status 0: the bundle asks again and tells the person.
    return { status: 0, body: null };
  }
}

/** Signs in and asks what the page needs in one request: a slow network is crossed once. */
function signIn(): Promise<Answer> {
  const headers = { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang };
  const asks = found ? pathsOf(found) : [];
  return answerOf(
    fetch("/api/auth/telegram", { method: "POST", headers, body: JSON.stringify({ initData, asks }) }),
  );
}

const address = addressOf();
const found = PLACES.flatMap(([at, asks, form, files]) => {
  const match = new RegExp(`^${at}$`).exec(address);
  return match ? [{ id: match[1] ?? "", asks, form, files }] : [];
})[0];

for (const file of found?.files ?? []) {
  const link = document.createElement("link");
  const href = `/assets/${PLACE_FILES[file]}`;
  const isStyle = href.endsWith(".css");
  Object.assign(link, isStyle ? { rel: "preload", as: "style", href } : { rel: "modulepreload", href });
  document.head.append(link);
}

const ENTERS = /^(construction_itr|installer|geodesist|production|project_manager|admin)$/;

type Found = { id: string; asks: string[]; form: string };

const pathsOf = ({ id, asks, form }: Found): string[] =>
  [...(form === "" ? [] : [form]), ...asks].map((path) => `/api/${path.replace("$1", id)}`);

function askWith(token: string, user: User | undefined): Asked {
  if (!found) return {};
  const headers = { Authorization: `Bearer ${token}` };
  const paths = pathsOf(ENTERS.test(user?.role ?? "") ? found : { ...found, form: "" });
  return Object.fromEntries(paths.map((path) => [path, answerOf(fetch(path, { headers }))]));
}

const answered = ({ body }: Answer): Asked =>
  Object.fromEntries(Object.entries(body?.answers ?? {}).map(([path, one]) => [path, Promise.resolve(one)]));

const early: Record<string, unknown> = {};
if (known) early["asked"] = Promise.resolve(askWith(stored.accessToken, stored.user));
if (!known && initData !== "") {
  const answer = signIn();
  early["initData"] = initData;
  early["signIn"] = answer;
  early["asked"] = answer.then(answered);
}
Object.assign(window, { stspheraEarly: early });
