/** A headline figure in the serif, its unit small beside it. */
export function BigFigure({ value, unit }: { value: string; unit?: string | undefined }) {
  return (
    <div className="BigFigure">
      {value}
      {unit && <small>{unit}</small>}
    </div>
  );
}
