import { type MouseEvent, useCallback, useEffect, useLayoutEffect, useMemo, useRef, useState } from "react";
import { useIsWide } from "../../../../shared/ui/side.ts";
import { clampPerDay, type Scale, scaleOf, xOf } from "../model/scale.ts";
import { barOf, partAt } from "./geometry.ts";
import { layoutOf, linesIn, type View } from "./layout.ts";
import { paint } from "./paint.ts";
import { foldPlace, RowGrid } from "./row-grid.tsx";
import type { Dragged, Place } from "./scene.ts";
import { type BarHit, type DragEnd, useBarDrag } from "./use-bar-drag.ts";
import { usePinch } from "./use-pinch.ts";
import { useRowKeys } from "./use-row-keys.ts";
import { type Drawn, groundOf, useScene } from "./use-scene.ts";
import { useWindowSize } from "./use-window.ts";
import "./board.css";

type Props = Drawn & {
  label: string;
  view: View;
  /** Pixels a day takes at letters of 16 px. */
  perDay: number;
  /** The first and the last day of the schedule. */
  span: { readonly first: number; readonly last: number };
  onOpen: (key: string) => void;
  onFold: (key: string) => void;
  onPerDay: (perDay: number) => void;
  /** Bars can be dragged; null where they are not. */
  onDrag: ((end: DragEnd) => void) | null;
};

/** Rows above and below the window that have elements, so that a short way needs no new ones. */
const SPARE = 6;
const SETTLED_MS = 120;
/** A screen of more pixels a point would only be slower. */
const SHARPEST = 2.5;

/** The lines of a window with some on both sides. */
const around = ({ from, to }: { from: number; to: number }, count: number) => ({
  from: Math.max(from - SPARE, 0),
  to: Math.min(to + SPARE, count),
});

/** A table and a chart of rows on one canvas; its window scrolls over a ground as large as all of them. */
export function Board(props: Props) {
  const { label, view, perDay, span, rows, rule, onOpen, onFold, onPerDay, onDrag } = props;
  const scroller = useRef<HTMLDivElement>(null);
  const ground = useRef<HTMLDivElement>(null);
  const canvas = useRef<HTMLCanvasElement>(null);
  const grid = useRef<HTMLDivElement>(null);
  const wide = useIsWide();
  const size = useWindowSize(scroller);
  const layout = useMemo(
    () => (size === null ? null : layoutOf({ view, wide, ...size })),
    [view, wide, size],
  );
  const scene = useScene(props, layout);
  const count = rows.length;
  const live = useRef({
    perDay: 0,
    dragged: null as Dragged | null,
    frame: 0,
    timer: 0,
    asked: 0,
    opened: null as View | null,
  });
  const [range, setRange] = useState({ from: 0, to: 0 });

  const scaleNow = useCallback(
    (): Scale => scaleOf(span.first, span.last, live.current.perDay),
    [span.first, span.last],
  );
  const placeNow = (): Place => ({
    left: view === "list" ? 0 : (scroller.current?.scrollLeft ?? 0),
    top: scroller.current?.scrollTop ?? 0,
  });

  const draw = () => {
    live.current.frame = 0;
    const ctx = canvas.current?.getContext("2d", { alpha: false });
    if (ctx === null || ctx === undefined || scene === null || layout === null) return;
    const place = placeNow();
    paint(ctx, { ...scene, scale: scaleNow(), dragged: live.current.dragged }, place);
    const lines = linesIn(layout, place.top, count);
    if (lines.from >= range.from && lines.to <= range.to) return;
    // Elements follow once the scrolling rests: a frame of it only draws.
    clearTimeout(live.current.timer);
    live.current.timer = window.setTimeout(() => setRange(around(lines, count)), SETTLED_MS);
  };
  const latestDraw = useRef(draw);
  const redraw = useCallback(() => {
    if (live.current.frame === 0) live.current.frame = requestAnimationFrame(() => latestDraw.current());
  }, []);

  /** Sets the scale so that the day under `x` of the window stays there. */
  function zoomTo(next: number, x: number): void {
    if (layout === null || scroller.current === null) return;
    const before = scaleNow();
    const inChart = x - layout.left;
    const day = live.current.perDay === 0 ? null : (scroller.current.scrollLeft + inChart) / before.perDay;
    live.current.perDay = next;
    sizeGround();
    if (day !== null) scroller.current.scrollLeft = day * next - inChart;
    redraw();
  }

  function sizeGround(): void {
    if (layout === null || ground.current === null) return;
    const { width, height } = groundOf(layout, scaleNow(), count);
    ground.current.style.width = width === 0 ? "100%" : `${width}px`;
    ground.current.style.height = `${height}px`;
  }

  useLayoutEffect(() => {
    if (layout === null || canvas.current === null || scroller.current === null) return;
    const sharpness = Math.min(window.devicePixelRatio, SHARPEST);
    canvas.current.width = Math.round(layout.width * sharpness);
    canvas.current.height = Math.round(layout.height * sharpness);
    canvas.current.style.width = `${layout.width}px`;
    canvas.current.style.height = `${layout.height}px`;
    canvas.current.getContext("2d", { alpha: false })?.scale(sharpness, sharpness);
  }, [layout]);

  // A pinch that goes on is told to the page when it ends: until then the scale given is an old one.
  useLayoutEffect(() => {
    if (layout === null) return;
    const next = clampPerDay(perDay) * (layout.rem / 16);
    if (live.current.asked === next) return;
    live.current.asked = next;
    if (live.current.perDay !== next) zoomTo(next, (layout.left + layout.width) / 2);
  });

  useLayoutEffect(() => {
    if (layout === null) return;
    setRange(around(linesIn(layout, scroller.current?.scrollTop ?? 0, count), count));
  }, [layout, count]);

  useLayoutEffect(() => {
    latestDraw.current = draw;
    if (layout === null || scroller.current === null) return;
    sizeGround();
    if (live.current.opened !== view && count > 0) {
      live.current.opened = view;
      if (view === "chart") scroller.current.scrollLeft = xOf(scaleNow(), openingDay()) - layout.rem * 2;
    }
    draw();
  });

  /** Today where it lies within the schedule, else its first day. */
  const openingDay = () =>
    props.today >= span.first && props.today <= span.last ? props.today - 7 : span.first;

  useEffect(() => {
    const known = live.current;
    return () => {
      cancelAnimationFrame(known.frame);
      clearTimeout(known.timer);
      known.frame = 0;
    };
  }, []);

  usePinch(
    scroller,
    view === "chart",
    (factor, x) => zoomTo(clampPerDay(live.current.perDay * factor), x),
    () => onPerDay(live.current.perDay / ((layout?.rem ?? 16) / 16)),
  );

  const pointOf = (event: { clientX: number; clientY: number }) => {
    const box = scroller.current?.getBoundingClientRect();
    return { x: event.clientX - (box?.left ?? 0), y: event.clientY - (box?.top ?? 0) };
  };
  const barAt = (event: PointerEvent): BarHit | null => {
    const { x, y } = pointOf(event);
    if (layout === null || view !== "chart" || x < layout.left || y < layout.head) return null;
    const place = placeNow();
    const row = rows[Math.floor((y - layout.head + place.top) / layout.row)];
    if (row === undefined || row.summary) return null;
    const bar = barOf(row, scaleNow());
    const part = bar === null ? null : partAt(bar, x - layout.left + place.left, layout.rem);
    return part === null ? null : { row, part: row.duration === 0 ? "body" : part };
  };
  const wasDragged = useBarDrag(canvas, {
    rule: onDrag === null || !wide ? null : rule,
    perDay: () => live.current.perDay,
    barAt,
    show: (dragged) => {
      live.current.dragged = dragged;
      redraw();
    },
    onEnd: (end) => onDrag?.(end),
  });

  function reveal(line: number): void {
    if (layout === null || scroller.current === null) return;
    const { scrollTop } = scroller.current;
    const room = layout.height - layout.head - layout.row;
    if (line * layout.row < scrollTop) scroller.current.scrollTop = line * layout.row;
    else if (line * layout.row > scrollTop + room) scroller.current.scrollTop = line * layout.row - room;
    setRange(around(linesIn(layout, scroller.current.scrollTop, count), count));
  }

  function press(event: MouseEvent): void {
    if (wasDragged.current) {
      wasDragged.current = false;
      return;
    }
    const { x, y } = pointOf(event);
    if (layout === null || y < layout.head) return;
    const row = rows[Math.floor((y - layout.head + placeNow().top) / layout.row)];
    if (row === undefined) return;
    const fold = foldPlace(layout);
    if (row.summary && x >= fold.left && x < fold.left + fold.width) onFold(row.key);
    else onOpen(row.key);
  }

  const page = layout === null ? 1 : Math.max(Math.floor((layout.height - layout.head) / layout.row) - 1, 1);
  const { folded, chosen, ticked, texts } = props;
  const keys = useRowKeys({ rows, folded, chosen, grid, page, onOpen, onFold, reveal });
  return (
    <div ref={scroller} className="board" onScroll={redraw} data-testid="gpr-board">
      <div
        ref={ground}
        className="board-ground"
        style={{ "--board-head": `${layout?.head ?? 0}px` } as React.CSSProperties}
      >
        <div className="board-head" />
        {layout !== null && (
          <RowGrid
            ref={grid}
            label={label}
            rows={rows}
            from={range.from}
            to={Math.min(range.to, count)}
            layout={layout}
            texts={texts}
            folded={folded}
            ticked={ticked}
            active={keys.active}
            onOpen={onOpen}
            onFold={onFold}
            onKey={keys.onKey}
          />
        )}
        <canvas ref={canvas} className="board-canvas" aria-hidden="true" onClick={press} />
      </div>
    </div>
  );
}
