import type { ObjectCard, ObjectStructure } from "@stsphera/contracts";
import { useQuery, useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { codeFor } from "../../../../kit/volumes/facade-code.ts";
import { readFloors } from "../../../../kit/volumes/floor-range.ts";
import { errorSentence } from "../../../../shared/api/error-sentence.ts";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { shellWords } from "../../../../shared/i18n/shell-words.ts";
import { QueryView } from "../../../../shared/ui/query-view.tsx";
import { showToast } from "../../../../shared/ui/toast-store.ts";
import { getStructure, setupKeys } from "../setup-requests.ts";
import { setupWords } from "../setup-words.ts";
import { AddField } from "./add-field.tsx";
import { placed } from "./floor-places.ts";
import { PartSheet } from "./part-sheet.tsx";
import {
  addFacades,
  addFloors,
  changePart,
  type Kind,
  type PartOf,
  removePart,
} from "./structure-requests.ts";

type Open = { readonly kind: Kind; readonly id: number } | null;

function Structure({ id, structure }: { id: number; structure: ObjectStructure }) {
  const words = useWords(setupWords);
  const shell = useWords(shellWords);
  const client = useQueryClient();
  const [open, setOpen] = useState<Open>(null);
  const [busy, setBusy] = useState(false);
  const [refusal, setRefusal] = useState<string | null>(null);
  const { facades, floors, version } = structure;
  const parts: readonly PartOf[] = open?.kind === "facade" ? facades : floors;
  const part = open === null ? undefined : parts.find((one) => one.id === open.id);

  /** Does one thing and reads everything anew; a refusal is told and nothing typed is lost. */
  async function run(doing: () => Promise<void>): Promise<boolean> {
    setBusy(true);
    setRefusal(null);
    try {
      await doing();
      return true;
    } catch (error) {
      setRefusal(errorSentence(error));
      return false;
    } finally {
      await client.invalidateQueries();
      setBusy(false);
    }
  }
  const done = async (doing: () => Promise<void>, text: string) => {
    if (!(await run(doing))) return;
    setOpen(null);
    showToast(text);
  };
  const remove = async (kind: Kind, gone: PartOf) => {
    let back: (() => Promise<void>) | null = null;
    const isDone = await run(async () => {
      back = await removePart(id, kind, gone);
    });
    if (!isDone || back === null) return;
    const restore: () => Promise<void> = back;
    setOpen(null);
    const undo = async () => {
      try {
        await restore();
      } catch (error) {
        showToast(errorSentence(error));
      }
      await client.invalidateQueries();
    };
    showToast(words.removed("name" in gone ? gone.name : gone.code), {
      text: shell.undo,
      onPress: () => void undo(),
      testId: "toast-undo",
    });
  };
  const row = (kind: Kind, one: PartOf, name: string, line: string) => (
    <li key={one.id}>
      <button
        type="button"
        className="setup-row setup-press"
        onClick={() => {
          setRefusal(null);
          setOpen({ kind, id: one.id });
        }}
        data-testid={`${kind}-${one.id}`}
      >
        <span>
          {name}
          <small className="muted">
            {line}
            {one.hasFacts && ` · ${words.hasFacts}`}
          </small>
        </span>
        <span className="setup-change">{words.rename}</span>
      </button>
    </li>
  );
  const sortOf = Math.max(0, ...facades.map(({ sort }) => sort)) + 1;
  const addFacade = (name: string) =>
    run(async () => {
      const code = codeFor(
        name,
        facades.map((facade) => facade.code),
      );
      await addFacades(id, version, [{ code, name, sort: Math.min(sortOf, 999) }]);
      showToast(words.added);
    });
  const floorsWrong = (text: string) =>
    readFloors(text)
      .problems.map(({ part: typed, why }) => `${typed}: ${words.codeWords[why]}`)
      .join(". ");
  const addTyped = (text: string) =>
    run(async () => {
      await addFloors(id, version, placed(readFloors(text).codes, floors));
      showToast(words.added);
    });
  return (
    <>
      <section className="section">
        <h2 className="cap">{words.facades}</h2>
        <ul>
          {facades.map((facade) =>
            row(
              "facade",
              facade,
              facade.name,
              [...(facade.code === facade.name ? [] : [facade.code]), words.planned(facade.cells)].join(
                " · ",
              ),
            ),
          )}
        </ul>
        <AddField name="new-facade" label={words.addFacade} max={200} busy={busy} onAdd={addFacade} />
      </section>
      <section className="section">
        <h2 className="cap">{words.floors}</h2>
        <AddField
          name="new-floors"
          label={words.addFloors}
          hint={words.floorsHint}
          wrong={floorsWrong}
          busy={busy}
          onAdd={addTyped}
        />
        {refusal !== null && open === null && (
          <p className="form-refusal" role="alert" data-testid="structure-refusal">
            {refusal}
          </p>
        )}
        <ul>
          {floors
            .toReversed()
            .map((floor) =>
              row("floor", floor, `${words.floorCode} ${floor.code}`, words.planned(floor.cells)),
            )}
        </ul>
      </section>
      {open !== null && part !== undefined && (
        <PartSheet
          key={`${open.kind}-${open.id}`}
          kind={open.kind}
          part={part}
          busy={busy}
          refusal={refusal}
          onChange={(change) => void done(() => changePart(open.kind, part, change), words.changed)}
          onRemove={() => void remove(open.kind, part)}
          onClose={() => setOpen(null)}
        />
      )}
    </>
  );
}

/** Facades and floors of an object: added, renamed, removed while nothing was entered on them. */
export function StructurePart({ card: { id } }: { card: ObjectCard }) {
  const query = useQuery({ queryKey: setupKeys.structure(id), queryFn: () => getStructure(id) });
  return <QueryView query={query}>{(structure) => <Structure id={id} structure={structure} />}</QueryView>;
}
