import type { FacadeMap } from "@stsphera/contracts";
import { useEffect, useRef, type PointerEvent, type RefObject } from "react";
import { STAGES, stageOf, type MapFacade, type Stage } from "../map/stage.ts";
import "./mini-elevation.css";

type Props = { map: FacadeMap; facades: readonly MapFacade[]; table: RefObject<HTMLTableElement | null> };

const WIDE = 10;
const HIGH = 4;

/** One path a stage: a box for every cell, from the roof down. */
function pathsOf({ floors }: FacadeMap, facades: readonly MapFacade[]): Record<Stage, string> {
  const paths: Record<Stage, string> = { absent: "", none: "", quarter: "", half: "", most: "", done: "" };
  facades.forEach((facade, column) => {
    const cells = new Map(facade.floors.map((floor) => [floor.id, floor]));
    floors.forEach(({ id }, level) => {
      const y = (floors.length - 1 - level) * HIGH;
      paths[stageOf(cells.get(id))] += `M${column * WIDE} ${y}h${WIDE - 1}v${HIGH - 0.6}h${1 - WIDE}z`;
    });
  });
  return paths;
}

const clamp = (share: number) => Math.min(1, Math.max(0, share));

/** Keeps the frame around the part of the map that is in the window. */
function useWindowFrame({ table }: Props) {
  const frame = useRef<HTMLSpanElement>(null);
  useEffect(() => {
    const follow = () => {
      const body = table.current?.tBodies[0]?.getBoundingClientRect();
      const heads = table.current?.tHead?.rows[0]?.cells[0]?.getBoundingClientRect().bottom ?? 0;
      if (body === undefined || frame.current === null) return;
      const [top, bottom] = [heads, window.innerHeight].map((edge) => clamp((edge - body.top) / body.height));
      frame.current.style.top = `${(top ?? 0) * 100}%`;
      frame.current.style.bottom = `${(1 - (bottom ?? 1)) * 100}%`;
    };
    follow();
    window.addEventListener("scroll", follow, { passive: true });
    window.addEventListener("resize", follow);
    return () => {
      window.removeEventListener("scroll", follow);
      window.removeEventListener("resize", follow);
    };
  }, [table]);
  return frame;
}

/** A tall building in small at the edge: shows where one is, a tap goes there. Keys and readers have the rows. */
export function MiniElevation(props: Props) {
  const { map, facades, table } = props;
  const frame = useWindowFrame(props);
  const paths = pathsOf(map, facades);
  const jump = (event: PointerEvent<HTMLDivElement>) => {
    const { top, height } = event.currentTarget.getBoundingClientRect();
    const rows = table.current?.tBodies[0]?.rows;
    const index = Math.floor(clamp((event.clientY - top) / height) * map.floors.length);
    rows?.[Math.min(index, map.floors.length - 1)]?.scrollIntoView({ block: "center" });
  };
  return (
    <div
      className="mini-elevation"
      aria-hidden="true"
      onPointerDown={jump}
      onPointerMove={(event) => event.buttons > 0 && jump(event)}
      data-testid="mini-elevation"
    >
      <svg viewBox={`0 0 ${facades.length * WIDE} ${map.floors.length * HIGH}`} preserveAspectRatio="none">
        {STAGES.map((stage) => (
          <path key={stage} className={`mini-${stage}`} d={paths[stage]} />
        ))}
      </svg>
      <span ref={frame} />
    </div>
  );
}
