/** Where a start parameter leads: the stack of pages below it, so that going back ends on the dashboard. */
export type Landing = { readonly stack: readonly string[]; readonly absent: boolean };

const HOME = "/";
/** Sections of an object that exist, by their name in a link. */
const SECTIONS: Readonly<Record<string, string>> = {
  fact: "/fact",
  facade: "/facade",
  tasks: "/tasks",
  team: "/team",
  overview: "",
};

function landOnObject(id: string, section: string | undefined): Landing {
  const object = `/objects/${id}`;
  if (section === undefined) return { stack: [HOME, object], absent: false };
  const path = SECTIONS[section];
  if (path === undefined) return { stack: [HOME, object], absent: true };
  return { stack: path === "" ? [HOME, object] : [HOME, object, object + path], absent: false };
}

/** Reads `o12`, `o12_fact`, `t5`, `n1`; any other thing is not there yet and lands on the dashboard. Null: no link at all. */
export function landingOf(startParam: string): Landing | null {
  if (startParam === "") return null;
  const match = /^([a-z])(\d{1,10})(?:_([a-z]+))?$/.exec(startParam);
  const [, kind, id, section] = match ?? [];
  if (id === undefined || Number(id) === 0) return { stack: [HOME], absent: true };
  if (kind === "o") return landOnObject(id, section);
  if (kind === "t") return { stack: [HOME, `/tasks/${id}`], absent: false };
  if (kind === "n") return { stack: [HOME, "/notifications"], absent: false };
  return { stack: [HOME], absent: true };
}
