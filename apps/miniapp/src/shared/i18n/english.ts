import { formCaptionsEn } from "@stsphera/contracts/forms/captions/en";
import { statesEn } from "@stsphera/contracts/states/en";
import { waitingEn } from "@stsphera/contracts/waiting/en";
import { dashboardEnglish } from "./dashboard-english.ts";
import { dashboardWords } from "./dashboard-words.ts";
import { formCaptions } from "./form-captions.ts";
import { progressEnglish } from "./progress-english.ts";
import { progressWords } from "./progress-words.ts";
import { shellEnglish } from "./shell-english.ts";
import { shellWords } from "./shell-words.ts";
import { states } from "./state-caption.ts";
import { waitingKinds } from "./waiting-kinds.ts";

/** Puts the English halves in their place; imported before English is shown. */
Object.assign(shellWords, { en: shellEnglish });
Object.assign(progressWords, { en: progressEnglish });
Object.assign(dashboardWords, { en: dashboardEnglish });
Object.assign(formCaptions, { en: formCaptionsEn });
Object.assign(states, { en: statesEn });
Object.assign(waitingKinds, { en: waitingEn });
