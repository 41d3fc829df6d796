// Asks a candidate, from inside its own container: smoke.mjs <api|bot> <seconds to become ready>
const [part, seconds] = process.argv.slice(2);
const at = { api: "http://127.0.0.1:3001", bot: "http://127.0.0.1:3002" }[part];

const post = { method: "POST", headers: { "content-type": "application/json" }, body: "{}" };
const questions = {
  api: [
    ["/healthz", {}, 200],
    ["/api/openapi.json", {}, 200],
    // Reads the database, and refuses who is not signed in.
    ["/api/me", {}, 401],
    ["/api/objects", { headers: { authorization: "Bearer nobody" } }, 401],
    ["/api/auth/telegram", post, 422],
  ],
  bot: [
    ["/healthz", {}, 200],
    ["/telegram/webhook", post, 401],
  ],
};

const status = (path, init) =>
  fetch(at + path, { ...init, signal: AbortSignal.timeout(5000) }).then(
    (answer) => answer.status,
    () => 0,
  );

// A machine under load may be slow to answer; a wrong answer is final, but for readiness.
const until = Date.now() + Number(seconds) * 1000;
async function answered(path, init, goesOn) {
  for (;;) {
    const got = await status(path, init);
    if (!goesOn(got)) return got;
    if (Date.now() > until) fail(`${part} did not answer ${path} within ${seconds} s, last with ${got}`);
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
}

await answered("/readyz", {}, (got) => got !== 200);
for (const [path, init, expected] of questions[part]) {
  const got = await answered(path, init, (code) => code === 0);
  if (got !== expected) fail(`${part} answers ${path} with ${got} in place of ${expected}`);
}

function fail(reason) {
  console.error(reason);
  process.exit(1);
}
