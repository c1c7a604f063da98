import { shortUnit } from '../../shared/charts/tileFigure.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { findById } from '../../shared/model/document.ts';
import type { Page, View } from '../../shared/model/view.ts';
import { useProject } from '../app/projectStore.ts';
import { useSettings } from '../app/useSettings.ts';
import { t } from '../i18n/index.ts';
import { TileFrame } from './TileFrame.tsx';
import { useTarget } from './target/useTarget.ts';

/** What a target still needs a month, against the average so far. */
export function TargetTile({ page, view, target: id }: { page: Page; view: View; target: string }) {
  const target = useProject((state) => (state.document ? findById(state.document.targets, id) : undefined));
  const { answer, problem } = useTarget(id);
  const style = useSettings((state) => state.numbers);
  const print = (value: number) =>
    formatNumber(value, { decimals: 0, thousands: true, signed: false, style });
  return (
    <TileFrame
      page={page}
      view={view}
      label={view.title}
      figure={answer?.neededPerMonth == null ? null : print(answer.neededPerMonth)}
      unit={answer ? t('pages.tile.aMonth', { unit: shortUnit(answer.unit) }) : ''}
      problem={problem?.message}
    >
      {answer?.averageSoFar != null &&
        t('pages.tile.soFar', { value: print(answer.averageSoFar), period: target?.title ?? '' })}
    </TileFrame>
  );
}
