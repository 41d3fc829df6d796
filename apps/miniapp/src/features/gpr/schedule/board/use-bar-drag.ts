import { type RefObject, useEffect, useRef } from "react";
import type { DayRule } from "../model/calendar.ts";
import { type BarPart, draggedSpan } from "./drag.ts";
import type { BoardRow } from "./layout.ts";
import type { Dragged } from "./scene.ts";

export type BarHit = { readonly row: BoardRow; readonly part: BarPart };
export type DragEnd = Dragged & { readonly part: BarPart };

type Dragging = {
  /** Null while bars are not to be moved. */
  readonly rule: DayRule | null;
  readonly perDay: () => number;
  /** The bar under a point of the window. */
  readonly barAt: (event: PointerEvent) => BarHit | null;
  readonly show: (dragged: Dragged | null) => void;
  readonly onEnd: (end: DragEnd) => void;
};

/** Nearer than this a press is a press. */
const STILL = 4;

/** Bars follow the mouse, day by day; Escape lets them go where they were. Fingers scroll. */
export function useBarDrag(place: RefObject<HTMLCanvasElement | null>, dragging: Dragging) {
  const latest = useRef(dragging);
  useEffect(() => {
    latest.current = dragging;
  });
  /** The click that ends a drag opens nothing. */
  const wasDragged = useRef(false);
  const active = dragging.rule !== null;
  useEffect(() => {
    const canvas = place.current;
    if (canvas === null || !active) return undefined;
    let held: (BarHit & { x: number }) | null = null;
    let end: DragEnd | null = null;
    const letGo = () => {
      held = null;
      end = null;
      latest.current.show(null);
      window.removeEventListener("keydown", onKey, true);
    };
    // Before others: Escape would also leave the page.
    const onKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      event.stopImmediatePropagation();
      event.preventDefault();
      wasDragged.current = true;
      letGo();
    };
    const down = (event: PointerEvent) => {
      wasDragged.current = false;
      if (event.button !== 0 || event.pointerType === "touch") return;
      const hit = latest.current.barAt(event);
      if (hit === null) return;
      held = { ...hit, x: event.clientX };
      canvas.setPointerCapture(event.pointerId);
      window.addEventListener("keydown", onKey, true);
    };
    const move = (event: PointerEvent) => {
      const { rule, perDay, barAt, show } = latest.current;
      if (held === null) {
        const hit = event.pointerType === "touch" ? null : barAt(event);
        canvas.style.cursor = hit === null ? "" : hit.part === "end" ? "ew-resize" : "grab";
        return;
      }
      const way = event.clientX - held.x;
      if (rule === null || (end === null && Math.abs(way) < STILL)) return;
      const span = draggedSpan(held.row, held.part, Math.round(way / perDay()), rule);
      if (span === null) return;
      end = { key: held.row.key, part: held.part, ...span };
      show(end);
    };
    const up = () => {
      const done = end;
      const row = held?.row;
      if (end !== null) wasDragged.current = true;
      letGo();
      if (done !== null && (done.first !== row?.first || done.last !== row.last)) latest.current.onEnd(done);
    };
    canvas.addEventListener("pointerdown", down);
    canvas.addEventListener("pointermove", move);
    canvas.addEventListener("pointerup", up);
    canvas.addEventListener("pointercancel", letGo);
    return () => {
      letGo();
      canvas.removeEventListener("pointerdown", down);
      canvas.removeEventListener("pointermove", move);
      canvas.removeEventListener("pointerup", up);
      canvas.removeEventListener("pointercancel", letGo);
    };
  }, [place, active]);
  return wasDragged;
}
