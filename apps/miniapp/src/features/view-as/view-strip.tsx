import type { Role } from "@stsphera/rbac";
import { roleCaptions } from "../../shared/i18n/captions.ts";
import { useWords } from "../../shared/i18n/locale.ts";
import { Mark } from "../../shared/ui/mark.tsx";
import { lookAs } from "./start-view.ts";
import { viewWords } from "../../shared/i18n/view-words.ts";
import "./view-strip.css";

/** Stands above every page while an administrator looks as a role, and ends it. */
export default function ViewStrip({ role }: { role: Role }) {
  const words = useWords(viewWords);
  const captions = useWords(roleCaptions);
  return (
    <div className="view-strip" role="note" data-testid="view-strip">
      <Mark tone="violet">{words.viewing(captions[role])}</Mark>
      <button type="button" className="plain-button" onClick={() => lookAs(null)} data-testid="leave-view">
        {words.leave}
      </button>
    </div>
  );
}
