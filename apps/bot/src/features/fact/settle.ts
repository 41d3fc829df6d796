import type { FactForm, FactFormLine } from "@stsphera/contracts";
import { keptWorkers } from "@stsphera/contracts/facts/crew-workers";
import type { Answers } from "@stsphera/contracts/forms";
import { wordsIn } from "../../engine/forms/answers.ts";
import type { FormState } from "../../engine/forms/form-state.ts";
import type { Turn } from "../../engine/turn.ts";
import { type At, factSubject, type FactSubject, loadCard } from "./fact-card.ts";
import { NO_CREW } from "./buttons.ts";

/** A crew with the number of its workers present. */
type Crew = { readonly crewId: string; readonly workers: number | null };

/** The crew used last for this line, with the same number of workers. */
export function usualCrew({ crews }: FactForm, entry: FactFormLine): Crew {
  const id = entry.suggestedCrewId ?? (crews.length === 1 ? (crews[0]?.id ?? null) : null);
  const crew = crews.find((one) => one.id === id);
  if (crew === undefined) return { crewId: NO_CREW, workers: null };
  const same = entry.yesterday?.crewId === crew.id ? entry.yesterday.workers : null;
  return { crewId: String(crew.id), workers: same ?? crew.size };
}

const answersBut = (values: Answers, ...names: readonly string[]): Answers =>
  Object.fromEntries(Object.entries(values).filter(([name]) => !names.includes(name)));

const about = (state: FormState, changes: Partial<FactSubject>): FormState => ({
  ...state,
  subject: { ...state.subject, ...changes },
});

/** Another line or day: keeps the object and the photos, and clears everything else. */
function anew(state: FormState): FormState {
  const values = answersBut(
    state.values,
    "quantity",
    "crewId",
    "workers",
    "hours",
    "notes",
    "planReason",
    "duplicate",
  );
  return about({ ...state, values }, { correcting: null, duplicate: null, workers: null });
}

/** Answers for an entry of a given line: its day, and the crew used last. */
export async function startLine(turn: Turn, objectId: number, date: string, volumeId: string) {
  const subject = factSubject.parse({ objectId });
  const chosen = { date, floorVolumeId: volumeId };
  const card = await loadCard(turn, subject, chosen);
  const { crewId, workers } = usualCrew(card.day(), card.entry());
  return { values: { ...chosen, crewId }, subject: { workers } };
}

function takeLine({ state, card }: At): FormState {
  const { date, shift } = card.day();
  const { crewId, workers } = usualCrew(card.day(), card.entry());
  const next = about(anew(state), { workers });
  // The entry is of the day whose line was chosen, also when that day is over before it is saved.
  return { ...next, values: { ...next.values, crewId, ...(shift === "day" ? { date } : {}) } };
}

/** Fills in or clears answers that depend on the changed one. */
export function settleFact(before: At, after: At, field: string): FormState {
  const { turn, state, subject, card } = after;
  switch (field) {
    case "objectId":
      turn.remember({ objectId: card.day().object.id });
      return state;
    case "date": {
      const { date, today } = card.day();
      const next = anew(state);
      // Without a day, the form of who works a night stays on that night.
      const isUsual = date === today && before.card.day().shift === "day";
      const values = { ...answersBut(next.values, "floorVolumeId"), date: isUsual ? null : date };
      return { ...next, values };
    }
    case "shift": {
      const next = anew(state);
      return { ...next, values: answersBut(next.values, "floorVolumeId") };
    }
    case "floorVolumeId":
      // Choosing the same line again keeps its answers.
      return wordsIn(before.answers, field) === wordsIn(after.answers, field) ? state : takeLine(after);
    case "quantity":
      return { ...state, values: answersBut(state.values, "planReason", "duplicate") };
    case "crewId": {
      const crewIn = (answers: Answers) =>
        card.day().crews.find(({ id }) => String(id) === wordsIn(answers, field));
      const workers = keptWorkers(subject.workers, crewIn(before.answers), crewIn(after.answers));
      return about(state, { workers });
    }
    case "workers":
      return about(state, { workers: Number(wordsIn(after.answers, field)) });
    case "duplicate":
      return wordsIn(after.answers, field) === "instead"
        ? about(state, { correcting: subject.duplicate })
        : state;
    default:
      return state;
  }
}
