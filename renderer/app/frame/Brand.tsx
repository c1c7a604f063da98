/** The mark: three columns with the points of a line above them. */
export function Brand({ words = true }: { words?: boolean }) {
  return (
    <span className="Brand">
      <svg viewBox="0 0 16 16" aria-hidden="true">
        <g fill="var(--accent-edge)">
          <rect x="1" y="9" width="3.6" height="6" rx=".6" />
          <rect x="6.2" y="7" width="3.6" height="8" rx=".6" />
          <rect x="11.4" y="3" width="3.6" height="12" rx=".6" />
        </g>
        <g fill="var(--ink)">
          <circle cx="2.8" cy="5" r="1.35" />
          <circle cx="8" cy="3" r="1.35" />
        </g>
      </svg>
      {words && 'Tijarat'}
    </span>
  );
}
