import { memo } from "react";
import type { BuildingFacade } from "./floors.ts";
import { drawBuilding, FRAME, type FacadeDrawing } from "./geometry.ts";

const LEVELS = [0.8, 0.9, 1] as const;
const GRID = [
  ...Array.from({ length: 6 }, (_, row) => `M0 ${17 + row * 22}H${FRAME.width}`),
  ...Array.from({ length: 8 }, (_, column) => `M${12 + column * 48} 0V${FRAME.height}`),
].join("");
const SIGNS = { green: "●", amber: "▲", red: "■" } as const;

function Facade({ facade, index }: { facade: FacadeDrawing; index: number }) {
  const { x, width, top, health } = facade;
  const halo = `halo-${index}`;
  return (
    <g>
      <defs>
        <radialGradient id={halo} className="halo">
          <stop offset="0" stopOpacity={0.22 * facade.litShare} />
          <stop offset="1" stopOpacity={0} />
        </radialGradient>
      </defs>
      <ellipse cx={x + width / 2} cy={FRAME.ground - 24} rx={width * 0.85} ry={70} fill={`url(#${halo})`} />
      <path className="volume" d={facade.attic} />
      <rect className="volume" x={x} y={top} width={width} height={FRAME.ground - top} />
      <path className="absent" d={facade.absent} />
      <path className="dark" d={facade.dark} />
      <path className="half" d={facade.half} />
      {facade.lit.map((path, level) => (
        <path key={level} className="lit" d={path} fillOpacity={LEVELS[level]} />
      ))}
      <path className="accepted" d={facade.accepted} />
      <path className="defects" d={facade.defects} />
      <text x={x} y={FRAME.ground + 14}>
        {health !== undefined && <tspan className={`sign-${health}`}>{`${SIGNS[health]} `}</tspan>}
        {facade.name}
      </text>
    </g>
  );
}

/** The building at night, drawn from the object's own numbers. */
export const Building = memo(function Building({
  facades,
  label,
}: {
  facades: readonly BuildingFacade[];
  label: string;
}) {
  const drawing = drawBuilding(facades);
  return (
    <svg
      className="building"
      viewBox={`0 0 ${FRAME.width} ${FRAME.height}`}
      role="img"
      aria-label={label}
      data-testid="hero-building"
      data-lit={drawing.litCount}
    >
      <path className="grid" d={GRID} />
      {drawing.facades.map((facade, index) => (
        <Facade key={facade.code} facade={facade} index={index} />
      ))}
      <path className="ground" d={`M0 ${FRAME.ground + 0.5}H${FRAME.width}`} />
    </svg>
  );
});
