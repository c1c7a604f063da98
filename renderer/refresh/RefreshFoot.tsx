import type { RefreshPlan } from '../../shared/contract/refreshing.ts';
import { formatNumber } from '../../shared/formats/formatNumber.ts';
import { useSettings } from '../app/useSettings.ts';
import { Button } from '../design/Button.tsx';
import { t } from '../i18n/index.ts';

interface RefreshFootProps {
  plan: RefreshPlan;
  isBusy: boolean;
  onCancel: () => void;
  onAccept: () => void;
}

/** What would be added, and the button that adds it. */
export function RefreshFoot({ plan, isBusy, onCancel, onAccept }: RefreshFootProps) {
  const numbers = useSettings((state) => state.numbers);
  const { counts, state } = plan;
  const isCompared = state === 'changes' || state === 'same';
  const unchanged = formatNumber(counts.unchanged, { decimals: 0, style: numbers });
  return (
    <footer className="TaskFoot">
      {isCompared && (
        <span>
          <b>{t('refreshing.foot.rows', { count: counts.rows })}</b>{' '}
          {t('refreshing.foot.toAdd', { unchanged })}
          {counts.older > 0 && <> {t('refreshing.foot.older', { count: counts.older })}</>}
          {counts.editsKept > 0 && <> {t('refreshing.foot.edits', { count: counts.editsKept })}</>}
        </span>
      )}
      <div className="end">
        <Button onPress={onCancel}>{t(state === 'same' ? 'refreshing.close' : 'app.action.cancel')}</Button>
        <Button variant="primary" isDisabled={isBusy || state !== 'changes'} onPress={onAccept}>
          {t('refreshing.accept')}
        </Button>
      </div>
    </footer>
  );
}
