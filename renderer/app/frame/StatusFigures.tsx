import { SlidersHorizontal } from 'lucide-react';
import { Button } from 'react-aria-components';
import { SelectionFigure } from '../../../shared/contract/app.ts';
import { MenuButton } from '../../design/MenuButton.tsx';
import { Tooltip } from '../../design/Tooltip.tsx';
import { toast } from '../../design/toast.ts';
import { useContextMenu } from '../../design/useContextMenu.tsx';
import { t } from '../../i18n/index.ts';
import { reportProblem } from '../reportProblem.ts';
import { useStatus } from '../statusStore.ts';
import { changeSettings, useSettings } from '../useSettings.ts';

/** The figures of the selected cells. A click copies one at full precision; the menu at the end says which are shown. */
export function StatusFigures() {
  const figures = useStatus((status) => status.figures);
  const shown = useSettings((settings) => settings.figures);
  const { open, menu } = useContextMenu();
  if (figures.length === 0) return null;

  const copy = async (text: string, exact: string) => {
    await navigator.clipboard.writeText(exact);
    toast({ tone: 'success', title: t('app.status.figureCopied', { value: text }) });
  };
  const choices = SelectionFigure.options.map((kind) => ({
    id: kind,
    label: t(`app.status.figureNames.${kind}`),
    isChecked: shown.includes(kind),
    run: () =>
      void changeSettings({
        figures: shown.includes(kind) ? shown.filter((one) => one !== kind) : [...shown, kind],
      }),
  }));
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: a second way to the menu of the button at its end
    <div
      className="StatusFigures"
      onContextMenu={(event) => open(event, t('app.status.chooseFigures'), choices)}
    >
      {figures
        .filter(({ kind }) => shown.includes(kind))
        .map(({ kind, text, exact }) => (
          <Tooltip key={kind} text={t('app.status.copyFigure')}>
            <Button className="StatusFigure" onPress={() => void copy(text, exact).catch(reportProblem)}>
              {t(`app.status.figures.${kind}`, { value: text })}
            </Button>
          </Tooltip>
        ))}
      <MenuButton label={t('app.status.chooseFigures')} icon={SlidersHorizontal} items={choices} small />
      {menu}
    </div>
  );
}
