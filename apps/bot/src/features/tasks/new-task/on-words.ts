import { readDay } from "../../../engine/days.ts";
import { carriesFile } from "../../../engine/photo-file.ts";
import { readWords, sayExpected, typedText } from "../../../engine/typed.ts";
import type { Turn } from "../../../engine/turn.ts";
import type { NewTask } from "./dialogue.ts";
import { chooseDeadline } from "./on-step.ts";
import { objectOf, showNewTask } from "./show.ts";

const MOST_TITLE = 200;
const MOST_TEXT = 2000;

async function onTitle(turn: Turn, d: NewTask): Promise<void> {
  if (typedText(turn) === null) return sayExpected(turn, EXPECTED.title);
  const title = readWords(turn, { most: MOST_TITLE });
  if (title !== null) await showNewTask(turn, { ...d, step: "who", title });
}

async function onDay(turn: Turn, d: NewTask): Promise<void> {
  const text = typedText(turn);
  const day = text === null ? null : readDay(text, (await objectOf(turn, d)).today);
  return day === null ? sayExpected(turn, "day") : chooseDeadline(turn, d, day);
}

/** What each step waits for. */
const EXPECTED = {
  object: "button",
  title: "title",
  who: "name",
  deadline: "day",
  confirm: "button",
  text: "words",
} as const satisfies Record<NewTask["step"], Parameters<typeof sayExpected>[1]>;

/** Whatever a person sends that is no command; nothing of the dialogue is lost, nor a photo taken for its words. */
export async function onNewTaskWords(turn: Turn, d: NewTask): Promise<void> {
  if (turn.message !== undefined && carriesFile(turn.message)) return sayExpected(turn, EXPECTED[d.step]);
  switch (d.step) {
    case "title":
      return onTitle(turn, d);
    case "who": {
      const search = typedText(turn);
      if (search === null || search.length > 80) return sayExpected(turn, "name");
      return showNewTask(turn, { ...d, search, page: 0 });
    }
    case "deadline":
      return onDay(turn, d);
    case "text": {
      const text = readWords(turn, { most: MOST_TEXT });
      return text === null ? undefined : showNewTask(turn, { ...d, step: "confirm", text });
    }
    case "object":
    case "confirm":
      return sayExpected(turn, EXPECTED[d.step]);
  }
}
