import type { GprContent } from "@stsphera/contracts";
import { GPR_LAG_UNITS, GPR_LINK_TYPES } from "@stsphera/contracts/vocabulary";
import { useState } from "react";
import { useWords } from "../../../../shared/i18n/locale.ts";
import { Chip } from "../../../../shared/ui/chip.tsx";
import type { GprLink } from "../model/row-draft.ts";
import { rowWords } from "../row-words.ts";
import { RowPicker } from "./row-picker.tsx";

const MOST_LAG = 10_000;

type Props = {
  content: GprContent;
  rowKey: string;
  links: readonly GprLink[];
  onChange: (links: readonly GprLink[]) => void;
};

/** What a row comes after: each link with its kind and its lag. */
export function LinksField({ content, rowKey, links, onChange }: Props) {
  const words = useWords(rowWords);
  const [picking, setPicking] = useState(false);
  const rowOf = (key: string) => content.rows.find((row) => row.key === key);
  const put = (at: number, change: Partial<GprLink>) =>
    onChange(links.map((link, index) => (index === at ? { ...link, ...change } : link)));
  const taken = (from: string, type: GprLink["type"]) =>
    links.some((link) => link.from === from && link.type === type);
  return (
    <fieldset className="form-field" data-testid="links">
      <legend className="form-label">{words.after}</legend>
      {links.length === 0 && <p className="muted">{words.nothingBefore}</p>}
      {links.map((link, at) => {
        const row = rowOf(link.from);
        const name = row === undefined ? "" : `${row.number} ${row.name}`;
        return (
          <div key={`${link.from} ${link.type}`} className="card stack" data-testid={`link-${row?.number}`}>
            <div className="spread">
              <b>{name}</b>
              <button
                type="button"
                className="plain-button"
                aria-label={words.noLink(name)}
                onClick={() => onChange(links.filter((_, index) => index !== at))}
                data-testid="link-remove"
              >
                ✕
              </button>
            </div>
            <select
              className="form-input"
              aria-label={words.linkType}
              value={link.type}
              onChange={({ target }) => {
                const type = GPR_LINK_TYPES.find((one) => one === target.value);
                if (type !== undefined && !taken(link.from, type)) put(at, { type });
              }}
              data-testid="link-type"
            >
              {GPR_LINK_TYPES.map((type) => (
                <option key={type} value={type}>
                  {words.linkShort[type]} · {words.linkTypes[type]}
                </option>
              ))}
            </select>
            <div className="lag-field">
              <LagInput lag={link.lag} onChange={(lag) => put(at, { lag })} />
              <select
                className="form-input"
                aria-label={words.lagUnit}
                value={link.unit}
                onChange={({ target }) => {
                  const unit = GPR_LAG_UNITS.find((one) => one === target.value);
                  if (unit !== undefined) put(at, { unit });
                }}
                data-testid="link-unit"
              >
                {GPR_LAG_UNITS.map((unit) => (
                  <option key={unit} value={unit}>
                    {words.lagUnits[unit]}
                  </option>
                ))}
              </select>
            </div>
          </div>
        );
      })}
      <div>
        <Chip onPress={() => setPicking(true)} testId="link-add">
          {words.addAfter}
        </Chip>
      </div>
      {picking && (
        <RowPicker
          title={words.pick}
          rows={content.rows.filter(({ key }) => key !== rowKey && !taken(key, "FS"))}
          onPick={(from) => {
            setPicking(false);
            onChange([...links, { from, to: rowKey, type: "FS", lag: 0, unit: "work" }]);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </fieldset>
  );
}

/** A lag by steps or typed; below zero the row begins earlier. */
function LagInput({ lag, onChange }: { lag: number; onChange: (lag: number) => void }) {
  const words = useWords(rowWords);
  // While a minus stands alone there is no number yet.
  const [typed, setTyped] = useState(String(lag));
  const set = (text: string) => {
    const digits = text
      .replaceAll("−", "-")
      .replaceAll(/[^\d-]/g, "")
      .slice(0, 6);
    setTyped(digits);
    const number = Number(digits);
    if (/^-?\d+$/.test(digits) && Math.abs(number) <= MOST_LAG) onChange(number);
  };
  return (
    <div className="stepper days-field" role="group" aria-label={words.lag}>
      <button type="button" aria-label={words.less} onClick={() => set(String(lag - 1))}>
        −
      </button>
      <input
        className="form-input"
        inputMode="text"
        aria-label={words.lag}
        value={typed}
        onFocus={({ target }) => target.select()}
        onChange={({ target }) => set(target.value)}
        onBlur={() => setTyped(String(lag))}
        data-testid="link-lag"
      />
      <button
        type="button"
        aria-label={words.more}
        onClick={() => set(String(lag + 1))}
        data-testid="link-lag-more"
      >
        +
      </button>
    </div>
  );
}
