/** Where a start parameter leads: the stack of pages below it, so that going back ends on the dashboard. */
export type Landing = { readonly stack: readonly string[]; readonly absent: boolean };

const HOME = "/";
/** Sections of an object that exist, by their name in a link. */
const SECTIONS: Readonly<Record<string, string>> = {
  fact: "/fact",
  shift: "/shift",
  facade: "/facade",
  extras: "/extras",
  gpr: "/gpr",
  defects: "/defects",
  supply: "/supply",
  tasks: "/tasks",
  team: "/team",
  why: "/why",
  zones: "/zones",
  crews: "/crews",
  chats: "/chats",
  overview: "",
};

/** What a section is opened with: a day, or a state of its list. */
function searchOf(day: string | undefined, state: string | undefined): string {
  if (state !== undefined) return `?state=${state}`;
  return day === undefined ? "" : `?day=${day.replace(/^(\d{4})(\d\d)(\d\d)$/, "$1-$2-$3")}`;
}

function landOnObject(id: string, section: string | undefined, search: string): Landing {
  const object = `/objects/${id}`;
  if (section === undefined) return { stack: [HOME, object], absent: false };
  const path = SECTIONS[section];
  if (path === undefined) return { stack: [HOME, object], absent: true };
  return { stack: path === "" ? [HOME, object] : [HOME, object, object + path + search], absent: false };
}

/** Reads `o12`, `o12_fact`, `o12_fact_20261127`, `o12_tasks_overdue`, `t5`, `n1`; any other thing is not there yet and lands on the dashboard. Null: no link at all. */
export function landingOf(startParam: string): Landing | null {
  if (startParam === "") return null;
  const match = /^([a-z])(\d{1,10})(?:_([a-z]+)(?:_(?:(\d{8})|([a-z]+)))?)?$/.exec(startParam);
  const [, kind, id, section, day, state] = match ?? [];
  if (id === undefined || Number(id) === 0) return { stack: [HOME], absent: true };
  if (kind === "o") return landOnObject(id, section, searchOf(day, state));
  if (kind === "t") return { stack: [HOME, `/tasks/${id}`], absent: false };
  if (kind === "g") return { stack: [HOME, `/gpr/${id}`], absent: false };
  if (kind === "f") return { stack: [HOME, `/defects/${id}`], absent: false };
  if (kind === "s") return { stack: [HOME, `/supply/${id}`], absent: false };
  if (kind === "x") return { stack: [HOME, `/extras/${id}`], absent: false };
  if (kind === "r") return { stack: [HOME, "/profile/deputies"], absent: false };
  if (kind === "n") return { stack: [HOME, `/notifications?news=${id}`], absent: false };
  return { stack: [HOME], absent: true };
}
