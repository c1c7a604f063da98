import releases from '../../assets/sample/pakistan-ict-exports-monthly.csv?raw';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { useSettings } from '../app/useSettings.ts';
import { t } from '../i18n/index.ts';
import { fiscalYears } from './fiscalYears.ts';

const years = fiscalYears(releases);
const WIDTH = 300;
const HEIGHT = 250;
const PLOT = { left: 38, right: 218, top: 8, bottom: 228 };
const TICKS = [0, 1000, 2000, 3000, 4000];
/** Months since July, with the names that have room under the axis. */
const MONTHS = { 0: 'Jul', 3: 'Oct', 6: 'Jan', 9: 'Apr', 11: 'Jun' } as const;
const LINE = 13;

const x = (month: number) => PLOT.left + (month / 11) * (PLOT.right - PLOT.left);
const y = (value: number) => PLOT.bottom - (value / 4000) * (PLOT.bottom - PLOT.top);

/** What the sample is about: its fiscal years to date, drawn from the releases that it is made of. */
export function SamplePicture() {
  const style = useSettings((settings) => settings.numbers);
  const print = (value: number) => formatNumber(value, { decimals: 0, thousands: true, style });
  const current = years.at(-1);
  const whole = years.slice(0, -1);
  if (!current) return null;
  const names = spread(whole.map(({ year, sums }) => ({ year, value: sums.at(-1) ?? 0 })));
  const last = current.sums.length - 1;
  const reached = current.sums.at(-1) ?? 0;
  return (
    <svg
      className="picture"
      viewBox={`0 0 ${WIDTH} ${HEIGHT}`}
      role="img"
      aria-label={t('app.start.samplePicture')}
    >
      {TICKS.map((tick) => (
        <g key={tick}>
          <line
            className={tick === 0 ? 'zero' : 'grid'}
            x1={PLOT.left}
            x2={PLOT.right}
            y1={y(tick)}
            y2={y(tick)}
          />
          <text className="axis" x={PLOT.left - 6} y={y(tick) + 4} textAnchor="end">
            {print(tick)}
          </text>
        </g>
      ))}
      {Object.entries(MONTHS).map(([month, name]) => (
        <text key={month} className="axis" x={x(Number(month))} y={PLOT.bottom + 15} textAnchor="middle">
          {name}
        </text>
      ))}
      {years.map(({ year, sums }, index) => (
        <polyline
          key={year}
          className={index === years.length - 1 ? 'now' : index === years.length - 2 ? 'before' : 'other'}
          points={sums.map((value, month) => `${x(month)},${y(value)}`).join(' ')}
        />
      ))}
      {names.map(({ year, value, at }) => (
        <text
          key={year}
          className={year === whole.at(-1)?.year ? 'name is-before' : 'name'}
          x={PLOT.right + 6}
          y={at + 4}
        >
          {`FY${year}\u2002${print(value)}`}
        </text>
      ))}
      <circle className="now" cx={x(last)} cy={y(reached)} r="3" />
      <text className="name is-now" x={x(last) - 8} y={y(reached) - 16} textAnchor="end">
        {`FY${current.year}`}
      </text>
      <text className="name" x={x(last) - 8} y={y(reached) - 3} textAnchor="end">
        {print(reached)}
      </text>
    </svg>
  );
}

/** Names at the ends of their lines, moved apart downwards where they would overlap. */
function spread(ends: readonly { year: number; value: number }[]) {
  let floor = Number.NEGATIVE_INFINITY;
  return ends
    .toSorted((a, b) => b.value - a.value)
    .map((end) => {
      const at = Math.max(y(end.value), floor + LINE);
      floor = at;
      return { ...end, at };
    });
}
