// Stands in the page itself and runs before the bundle is there, so it imports nothing and says everything here.
type Session = { initData: string; accessToken: string };
type Answer = { status: number; body: { accessToken?: string; user?: { status: string } } | null };

const launch = new URLSearchParams(location.hash.slice(1));
const initData = launch.get("tgWebAppData") ?? "";
const stored = storedSession();
const known = stored !== null && (initData === "" || stored.initData === initData);
const atHome = location.pathname === "/" && location.search === "" && !launch.has("tgWebAppStartParam");

/** A browser may keep its storage shut: then nobody is known here. */
function storedSession(): Session | null {
  try {
    return JSON.parse(sessionStorage.getItem("stsphera.session") ?? "null") as Session | null;
  } catch {
    return null;
  }
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

const dashboardWith = (token: string) =>
  answerOf(fetch("/api/dashboard", { headers: { Authorization: `Bearer ${token}` } }));

function signIn(): Promise<Answer> {
  const headers = { "Content-Type": "application/json", "Accept-Language": document.documentElement.lang };
  return answerOf(
    fetch("/api/auth/telegram", { method: "POST", headers, body: JSON.stringify({ initData }) }),
  );
}

const early: Record<string, unknown> = {};
if (known && atHome) early["dashboard"] = dashboardWith(stored.accessToken);
if (!known && initData !== "") {
  const answer = signIn();
  early["initData"] = initData;
  early["signIn"] = answer;
  if (atHome) {
    early["dashboard"] = answer.then(({ body }) =>
      body?.accessToken !== undefined && body.user?.status === "active"
        ? dashboardWith(body.accessToken)
        : undefined,
    );
  }
}
Object.assign(window, { stspheraEarly: early });
