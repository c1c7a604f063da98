import type { ReactNode } from 'react';
import { Settings } from '../../../shared/contract/app.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { SegmentedControl } from '../../design/SegmentedControl.tsx';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { changeSettings, useSettings } from '../useSettings.ts';

const months = ['1', '2', '3', '4', '5', '6', '7', '8', '9', '10', '11', '12'] as const;

/** Kept per user; every change shows at once. */
export function SettingsDialog({ onClose }: { onClose: () => void }) {
  const settings = useSettings();
  const change = (part: Partial<Settings>) => void changeSettings(part);
  const monthName = (month: string) =>
    new Intl.DateTimeFormat('en', { month: 'long', timeZone: 'UTC' }).format(
      Date.UTC(2000, Number(month) - 1, 1),
    );
  return (
    <Dialog
      title={t('app.settings.title')}
      isOpen
      wide
      onClose={onClose}
      footer={
        <Button variant="primary" onPress={onClose}>
          {t('app.action.done')}
        </Button>
      }
    >
      <div className="SettingsForm">
        <Row label={t('app.settings.theme')}>
          <SegmentedControl
            label={t('app.settings.theme')}
            items={(['system', 'light', 'dark'] as const).map((id) => ({
              id,
              label: t(`app.settings.themes.${id}`),
            }))}
            value={settings.theme}
            onChange={(theme) => change({ theme })}
          />
        </Row>
        <Row label={t('app.settings.density')}>
          <SegmentedControl
            label={t('app.settings.density')}
            items={(['compact', 'medium', 'roomy'] as const).map((id) => ({
              id,
              label: t(`app.settings.densities.${id}`),
            }))}
            value={settings.density}
            onChange={(density) => change({ density })}
          />
        </Row>
        <Row label={t('app.settings.contrast')}>
          <SegmentedControl
            label={t('app.settings.contrast')}
            items={(['normal', 'more'] as const).map((id) => ({
              id,
              label: t(`app.settings.contrasts.${id}`),
            }))}
            value={settings.contrast}
            onChange={(contrast) => change({ contrast })}
          />
        </Row>
        <Row label={t('app.settings.numbers')}>
          <Select
            label={t('app.settings.numbers')}
            labelHidden
            items={Settings.shape.numbers.unwrap().options.map((id) => ({ id, label: id }))}
            value={settings.numbers}
            onChange={(numbers) => change({ numbers })}
          />
        </Row>
        <Row label={t('app.settings.dates')}>
          <Select
            label={t('app.settings.dates')}
            labelHidden
            items={Settings.shape.dates.unwrap().options.map((id) => ({ id, label: id }))}
            value={settings.dates}
            onChange={(dates) => change({ dates })}
          />
        </Row>
        <Row label={t('app.settings.fiscal')} hint={t('app.settings.fiscalHint')}>
          <Select
            label={t('app.settings.fiscal')}
            labelHidden
            items={months.map((id) => ({ id, label: monthName(id) }))}
            value={String(settings.fiscalYearStart) as (typeof months)[number]} // 1 to 12 by its schema
            onChange={(month) => change({ fiscalYearStart: Number(month) })}
          />
        </Row>
        <Row label={t('app.settings.folder')}>
          <TextInput
            label={t('app.settings.folder')}
            labelHidden
            value={settings.defaultFolder}
            placeholder={t('app.settings.folderHome')}
            onCommit={(text) => change({ defaultFolder: text.trim() })}
          />
        </Row>
      </div>
    </Dialog>
  );
}

function Row({ label, hint, children }: { label: string; hint?: string; children: ReactNode }) {
  return (
    <div className="SettingsRow">
      <span className="label" aria-hidden="true">
        {label}
      </span>
      <div>{children}</div>
      {hint && <span className="FieldHint">{hint}</span>}
    </div>
  );
}
