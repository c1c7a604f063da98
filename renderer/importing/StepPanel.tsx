import { Trash2, Undo2 } from 'lucide-react';
import type { ImportPreview } from '../../shared/contract/importing.ts';
import type { Recipe, Step } from '../../shared/model/recipe.ts';
import { Button } from '../design/Button.tsx';
import { NumberInput } from '../design/NumberInput.tsx';
import { Select } from '../design/Select.tsx';
import { t } from '../i18n/index.ts';
import { ColumnPanel } from './ColumnPanel.tsx';
import { decided, dropColumn, headerAt, removeStep, renameColumn, restoreColumn } from './changeRecipe.ts';

interface StepPanelProps {
  preview: ImportPreview;
  index: number;
  onChange: (recipe: Recipe) => void;
  /** The reading or the header changed: the steps after these are to be found again. */
  onDecide: (first: Recipe) => void;
  onSelect: (step: number) => void;
}

const encodings = ['utf-8', 'utf-16le', 'utf-16be', 'windows-1252', 'iso-8859-1', 'windows-1256'] as const;
const delimiters = [',', ';', '\t', '|'] as const;

/** What can be changed about one step. */
export function StepPanel({ preview, index, onChange, onDecide, onSelect }: StepPanelProps) {
  const { recipe } = preview;
  const step = recipe[index];
  if (!step) return null;
  const decide = (next: Step) => onDecide(decided(recipe, next));
  switch (step.step) {
    case 'readText':
      return (
        <div className="StepPanel">
          <Select
            label={t('importing.encoding')}
            items={withOwn(encodings, step.encoding).map((id) => ({ id, label: id.toUpperCase() }))}
            value={step.encoding}
            onChange={(encoding) => decide({ ...step, encoding })}
          />
          <Select
            label={t('importing.delimiter')}
            items={withOwn(delimiters, step.delimiter).map((id) => ({ id, label: delimiterName(id) }))}
            value={step.delimiter}
            onChange={(delimiter) => decide({ ...step, delimiter })}
          />
        </div>
      );
    case 'readSheet':
      return (
        <div className="StepPanel">
          <Select
            label={t('importing.sheet')}
            items={preview.sheets.map(({ name, hidden }) => ({
              id: name,
              label: hidden ? t('importing.hiddenSheet', { name }) : name,
            }))}
            value={step.sheet}
            onChange={(sheet) => decide({ ...step, sheet })}
          />
        </div>
      );
    case 'header':
      return (
        <div className="StepPanel">
          <NumberInput
            label={t('importing.headerLine')}
            value={step.lines.at(-1) ?? null}
            least={1}
            most={preview.lines}
            onCommit={(line) => line !== null && onDecide(headerAt(recipe, line))}
          />
          <NumberInput
            label={t('importing.firstDataLine')}
            value={step.firstDataLine}
            least={1}
            most={preview.lines}
            onCommit={(line) => line !== null && decide({ ...step, firstDataLine: line })}
          />
          <p className="FieldHint">{t('importing.headerHint')}</p>
        </div>
      );
    case 'setColumn':
      return (
        <div className="StepPanel">
          <ColumnPanel
            step={step}
            taken={preview.result.columns.map(({ name }) => name).filter((name) => name !== step.column)}
            onName={(name) => {
              const renamed = renameColumn(recipe, index, name);
              onSelect(renamed.index);
              onChange(renamed.recipe);
            }}
            onChange={(next) => onChange(recipe.with(index, next))}
            onDrop={() => onChange(dropColumn(recipe, step.column))}
          />
        </div>
      );
    case 'dropColumns':
      return (
        <div className="StepPanel">
          {step.columns.map((column) => (
            <Button key={column} icon={Undo2} onPress={() => onChange(restoreColumn(recipe, index, column))}>
              {t('importing.restore', { column })}
            </Button>
          ))}
        </div>
      );
    default:
      return (
        <div className="StepPanel">
          <Button icon={Trash2} variant="danger" onPress={() => onChange(removeStep(recipe, index))}>
            {t('importing.removeStep')}
          </Button>
        </div>
      );
  }
}

function withOwn(known: readonly string[], own: string): string[] {
  return known.includes(own) ? [...known] : [own, ...known];
}

function delimiterName(delimiter: string): string {
  switch (delimiter) {
    case ',':
      return t('importing.delimiters.comma');
    case ';':
      return t('importing.delimiters.semicolon');
    case '\t':
      return t('importing.delimiters.tab');
    case '|':
      return t('importing.delimiters.bar');
    default:
      return delimiter;
  }
}
