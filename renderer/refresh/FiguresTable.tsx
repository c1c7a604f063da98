import { ArrowDown, ArrowUp } from 'lucide-react';
import { useEffect } from 'react';
import type { Settings } from '../../shared/contract/app.ts';
import type {
  ChangeKind,
  FigureChange,
  RefreshAnswers,
  RefreshPlan,
} from '../../shared/contract/refreshing.ts';
import { formatNumber, formatPercent } from '../../shared/formats/formatNumber.ts';
import { type Column, columnLabel } from '../../shared/model/table.ts';
import { useSettings } from '../app/useSettings.ts';
import { Icon } from '../design/Icon.tsx';
import { SegmentedControl } from '../design/SegmentedControl.tsx';
import { t } from '../i18n/index.ts';
import { useRowWindow } from '../importing/useRowWindow.ts';
import { type FigureSort, useFigures } from './useFigures.ts';

interface FiguresTableProps {
  plan: RefreshPlan;
  kind: ChangeKind;
  search: string;
  sort: FigureSort | undefined;
  onSort: (sort: FigureSort) => void;
  onChange: (answers: Partial<RefreshAnswers>) => void;
}

const ROW = 26;
const CONFLICT_ROW = 34;

/** The figures of one kind by their keys; only the rows in sight are drawn, so that a million are as good as ten. */
export function FiguresTable({ plan, kind, search, sort, onSort, onChange }: FiguresTableProps) {
  const figures = useFigures(plan, kind, search, sort);
  const height = kind === 'conflict' ? CONFLICT_ROW : ROW;
  const total = figures.total ?? 0;
  const { scroller, onScroll, from, to, before, after } = useRowWindow(total, height);
  useEffect(() => figures.want(from, to));
  const several = plan.measures.length > 1;
  const unit = plan.measures.length === 1 ? plan.measures[0]?.unit : undefined;
  const head = (by: FigureSort['by'], label: string, isNumber: boolean) => {
    const isOn = sort?.by === by;
    return (
      <th
        key={String(by)}
        scope="col"
        className={isNumber ? 'num' : undefined}
        aria-sort={isOn ? (sort.descending ? 'descending' : 'ascending') : 'none'}
      >
        <button type="button" onClick={() => onSort({ by, descending: isOn ? !sort.descending : isNumber })}>
          {label}
          {isOn && <Icon icon={sort.descending ? ArrowDown : ArrowUp} small />}
        </button>
      </th>
    );
  };
  const isPair = kind === 'revised' || kind === 'restated' || kind === 'conflict';
  return (
    <section
      className="grid"
      ref={scroller}
      onScroll={onScroll}
      // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by keyboard
      tabIndex={0}
      aria-label={t(`refreshing.kind.${kind}`)}
    >
      <table aria-rowcount={total}>
        <thead>
          <tr>
            {plan.keys.map((column, i) => head(i, columnLabel(column), false))}
            {several && <th scope="col">{t('refreshing.measure')}</th>}
            {kind !== 'new' &&
              kind !== 'deleted' &&
              head('old', t(kind === 'conflict' ? 'refreshing.mine' : 'refreshing.before'), true)}
            {kind !== 'vanished' &&
              head('now', t(kind === 'conflict' ? 'refreshing.theirs' : 'refreshing.now'), true)}
            {isPair && head('difference', t('refreshing.difference'), true)}
            {isPair && head('fraction', t('refreshing.percent'), true)}
            {kind === 'restated' && <th scope="col">{t('refreshing.also')}</th>}
            {kind === 'conflict' && <th scope="col">{t('refreshing.keep')}</th>}
            <th className="unit">{unit}</th>
          </tr>
        </thead>
        <tbody>
          {before > 0 && <Spacer height={before} />}
          {Array.from({ length: to - from }, (_, i) => from + i).map((index) => (
            <FigureRow
              key={index}
              figure={figures.figure(index)}
              height={height}
              {...{ plan, kind, several, isPair, onChange }}
            />
          ))}
          {after > 0 && <Spacer height={after} />}
        </tbody>
      </table>
      {figures.total === 0 && (
        <p className="none">{search.trim() ? t('refreshing.none.search') : t(`refreshing.none.${kind}`)}</p>
      )}
    </section>
  );
}

interface FigureRowProps {
  plan: RefreshPlan;
  kind: ChangeKind;
  figure: FigureChange | undefined;
  height: number;
  several: boolean;
  isPair: boolean;
  onChange: FiguresTableProps['onChange'];
}

function FigureRow({ plan, kind, figure, height, several, isPair, onChange }: FigureRowProps) {
  const numbers = useSettings((state) => state.numbers);
  const style = { blockSize: height };
  if (!figure)
    return (
      <tr style={style}>
        <td>…</td>
      </tr>
    );
  const measure = plan.measures.find(({ id }) => id === figure.measure);
  const written = (value: number | string | null, signed = false) =>
    typeof value === 'number' ? numberText(value, measure, figure, signed, numbers) : (value ?? '–');
  return (
    <tr style={style}>
      {figure.keys.map((key, i) => (
        <td key={plan.keys[i]?.id} title={key}>
          {key}
        </td>
      ))}
      {several && <td>{measure ? columnLabel(measure) : ''}</td>}
      {kind !== 'new' && kind !== 'deleted' && <td className="num">{written(figure.old)}</td>}
      {kind !== 'vanished' && <td className="num is-now">{written(figure.now)}</td>}
      {isPair && (
        <td className="num">{figure.difference === null ? '' : written(figure.difference, true)}</td>
      )}
      {isPair && (
        <td className="num">
          {figure.fraction === null ? '' : formatPercent(figure.fraction, 1, true, numbers)}
        </td>
      )}
      {kind === 'restated' && (
        <td title={figure.also} className="also">
          {figure.also}
        </td>
      )}
      {kind === 'conflict' && (
        <td>
          <Choice plan={plan} figure={figure} onChange={onChange} />
        </td>
      )}
      <td className="unit" title={figure.also}>
        {kind === 'revised' ? figure.also : ''}
      </td>
    </tr>
  );
}

/** Mine or theirs, for one figure. */
function Choice({
  plan,
  figure,
  onChange,
}: Pick<FigureRowProps, 'plan' | 'onChange'> & { figure: FigureChange }) {
  const { edits } = plan.answers;
  const { edit } = figure;
  if (edit === undefined) return null;
  const isExcept = edits.except.includes(edit);
  const value = isExcept ? (edits.take === 'mine' ? 'theirs' : 'mine') : edits.take;
  return (
    <SegmentedControl
      label={t('refreshing.keepThis', { keys: figure.keys.join(', ') })}
      value={value}
      items={[
        { id: 'mine', label: t('refreshing.mine') },
        { id: 'theirs', label: t('refreshing.theirs') },
      ]}
      onChange={(chosen) => {
        const others = edits.except.filter((other) => other !== edit);
        onChange({ edits: { ...edits, except: chosen === edits.take ? others : [...others, edit] } });
      }}
    />
  );
}

/** With as many decimals as either figure has, and no fewer than the column shows. */
function numberText(
  value: number,
  measure: Column | undefined,
  { old, now }: FigureChange,
  signed: boolean,
  style: Settings['numbers'],
): string {
  const digits = [old, now].map((one) =>
    typeof one === 'number' ? (String(one).split('.')[1]?.length ?? 0) : 0,
  );
  const decimals = Math.min(6, Math.max(measure?.format?.decimals ?? 0, ...digits));
  return formatNumber(value, { decimals, signed, style });
}

function Spacer({ height }: { height: number }) {
  return (
    <tr>
      <td className="spacer" style={{ blockSize: height }} />
    </tr>
  );
}
