import { recordDowntime } from "@stsphera/core";
import type { Act } from "../stage/act.ts";
import { moment } from "../stage/days.ts";
import { known } from "../stage/known.ts";
import { IDLE } from "../story/idle.ts";
import type { Site } from "./work-days.ts";

/** The foremen record idle time at the end of its shift. */
export const idleDays = ({ stage, object, calendar }: Site): Act[] =>
  IDLE.map(({ shift, crews, reason, party, words, author }) => {
    const date = calendar.shiftDay(shift);
    const at = moment(date, "16:40");
    const run = async () => {
      await recordDowntime.run(await stage.as(author, at), {
        objectId: object.id,
        date,
        crews: crews.map(({ code, workers, hours }) => ({
          crewId: known(object.crews, code),
          workers,
          hours,
        })),
        reason: { code: reason, text: words },
        party,
      });
    };
    return { at, run };
  });
