import { useState } from 'react';
import { formatPercent } from '../../shared/formats/formatNumber.ts';
import { formatPeriod } from '../../shared/formats/formatPeriod.ts';
import { findById } from '../../shared/model/document.ts';
import { columnLabel } from '../../shared/model/table.ts';
import type { Target } from '../../shared/model/target.ts';
import { parsePeriod } from '../../shared/periods/parsePeriod.ts';
import { periodOfText, periodText } from '../../shared/periods/periodText.ts';
import { run, useProject } from '../app/projectStore.ts';
import { reportProblem } from '../app/reportProblem.ts';
import { FieldRow } from '../design/FieldRow.tsx';
import { InspectorHeader } from '../design/InspectorHeader.tsx';
import { InspectorSection } from '../design/InspectorSection.tsx';
import { KeyList } from '../design/KeyList.tsx';
import { Message } from '../design/Message.tsx';
import { NumberInput } from '../design/NumberInput.tsx';
import { Select } from '../design/Select.tsx';
import { TextInput } from '../design/TextInput.tsx';
import { useCellFormat } from '../grid/useCellFormat.ts';
import { t } from '../i18n/index.ts';
import { goalWords, targetWords } from '../pages/target/targetWords.ts';
import { useTarget } from '../pages/target/useTarget.ts';

/** A target: what is aimed at, the arithmetic, and what does not agree. */
export function TargetInspector({ id }: { id: string }) {
  const target = useProject(({ document }) => document && findById(document.targets, id));
  const { numbers } = useCellFormat();
  if (!target) return null;
  return (
    <>
      <InspectorHeader
        kind={t('target.inspector.kind')}
        title={t('target.inspector.title', {
          title: target.title,
          goal: goalWords(target.goal, target.unit, numbers),
        })}
      />
      <Goal target={target} />
      <Arithmetic target={target} />
      <OtherGoals target={target} />
    </>
  );
}

function Goal({ target }: { target: Target }) {
  const document = useProject((state) => state.document);
  const { fiscalYearStart } = useCellFormat();
  const [wrong, setWrong] = useState<'period' | 'knownTo' | 'asOf' | null>(null);
  const table = document && findById(document.tables, target.table);
  const printed = (text: string | undefined) => {
    const code = text === undefined ? null : periodOfText(text);
    return code === null ? (text ?? '') : formatPeriod(code, { fiscalYearStart });
  };
  // An optional field set to undefined is cleared.
  const change = (edit: { [Field in keyof Omit<Target, 'id'>]?: Target[Field] | undefined }) => {
    setWrong(null);
    run('updateTarget', { target: target.id, change: edit }).catch(reportProblem);
  };
  const period = (field: 'period' | 'knownTo', text: string) => {
    if (field === 'knownTo' && text.trim() === '') {
      change({ knownTo: undefined });
      return;
    }
    const code = parsePeriod(text, { fiscalYearStart });
    if (code === null) setWrong(field);
    else change({ [field]: periodText(code) });
  };
  const measures = table?.columns.filter(({ role, type }) => role === 'measure' && type === 'number') ?? [];
  return (
    <InspectorSection>
      <FieldRow label={t('target.inspector.name')}>
        <TextInput
          label={t('target.inspector.name')}
          labelHidden
          value={target.title}
          onCommit={(title) => title.trim() && change({ title: title.trim() })}
        />
      </FieldRow>
      <FieldRow label={t('target.inspector.question')}>
        <TextInput
          label={t('target.inspector.question')}
          labelHidden
          value={target.question ?? ''}
          onCommit={(question) => change({ question: question.trim() || undefined })}
        />
      </FieldRow>
      <FieldRow label={t('target.inspector.measure')}>
        <Select
          label={t('target.inspector.measure')}
          labelHidden
          items={measures.map((column) => ({ id: column.id, label: columnLabel(column) }))}
          value={target.measure}
          onChange={(measure) => change({ measure })}
        />
      </FieldRow>
      <FieldRow label={t('target.inspector.period')}>
        <TextInput
          label={t('target.inspector.period')}
          labelHidden
          value={printed(target.period)}
          error={wrong === 'period' ? t('target.inspector.notAPeriod') : undefined}
          onCommit={(text) => period('period', text)}
        />
      </FieldRow>
      <FieldRow label={t('target.inspector.goal')}>
        <NumberInput
          label={t('target.inspector.goal')}
          labelHidden
          value={target.goal}
          unit={target.unit}
          onCommit={(goal) => goal !== null && change({ goal })}
        />
      </FieldRow>
      <FieldRow label={t('target.inspector.knownTo')}>
        <TextInput
          label={t('target.inspector.knownTo')}
          labelHidden
          value={printed(target.knownTo)}
          placeholder={t('target.inspector.newest')}
          error={wrong === 'knownTo' ? t('target.inspector.notAPeriod') : undefined}
          onCommit={(text) => period('knownTo', text)}
        />
      </FieldRow>
      <FieldRow label={t('target.inspector.asOf')}>
        <TextInput
          label={t('target.inspector.asOf')}
          labelHidden
          value={target.asOf ?? ''}
          placeholder={t('target.inspector.always')}
          error={wrong === 'asOf' ? t('target.inspector.notADate') : undefined}
          onCommit={(text) =>
            /^(\d{4}(-\d{2}(-\d{2})?)?)?$/.test(text.trim())
              ? change({ asOf: text.trim() || undefined })
              : setWrong('asOf')
          }
        />
      </FieldRow>
      <FieldRow label={t('target.inspector.statedBy')}>
        <TextInput
          label={t('target.inspector.statedBy')}
          labelHidden
          value={target.statedBy ?? ''}
          onCommit={(statedBy) => change({ statedBy: statedBy.trim() || undefined })}
        />
      </FieldRow>
    </InspectorSection>
  );
}

function Arithmetic({ target }: { target: Target }) {
  const { answer } = useTarget(target.id);
  const format = useCellFormat();
  if (!answer) {
    return (
      <InspectorSection title={t('target.inspector.arithmetic')}>
        {t('target.inspector.reading')}
      </InspectorSection>
    );
  }
  const words = targetWords(answer, target.period, format);
  const { number, span, yearBefore } = words;
  const percent = (value: number) => formatPercent(value, 1, true, format.numbers);
  const rows: [string, string | null][] = [
    [t('target.inspector.goal'), number(answer.goal, 1)],
    [
      t(
        answer.achievedFrom === 'printed'
          ? 'target.inspector.achievedPrinted'
          : 'target.inspector.achievedMonths',
        { span },
      ),
      answer.monthsKnown > 0 ? number(answer.achieved, 1) : null,
    ],
    [t('target.inspector.left'), number(answer.left, 1)],
    [t('target.inspector.monthsLeft'), String(answer.monthsLeft)],
    [t('target.inspector.needed'), answer.neededPerMonth === null ? null : number(answer.neededPerMonth, 1)],
    [
      t('target.inspector.sameMonths', { year: yearBefore }),
      answer.sameMonthsLastYear === null ? null : number(answer.sameMonthsLastYear, 1),
    ],
    [t('target.inspector.growthNeeded'), answer.growthNeeded === null ? null : percent(answer.growthNeeded)],
    [
      t('target.inspector.growthSoFar', { span }),
      answer.growthSoFar === null ? null : percent(answer.growthSoFar),
    ],
    [t('target.inspector.outcome'), answer.outcome === null ? null : number(answer.outcome, 1)],
    [
      t('target.inspector.outcomeGap'),
      answer.outcomeGap === null ? null : number(answer.outcomeGap, 1, true),
    ],
  ];
  return (
    <>
      <InspectorSection title={t('target.inspector.arithmetic')} aside={answer.unit}>
        <KeyList items={rows.filter((row): row is [string, string] => row[1] !== null)} />
      </InspectorSection>
      <InspectorSection title={t('target.inspector.checks')}>
        {answer.gap !== null && answer.gap !== 0 && answer.printed !== null ? (
          <Message
            tone="caution"
            title={t('target.inspector.gapTitle', {
              months: number(answer.sumOfMonths),
              printed: number(answer.printed),
            })}
          >
            {t('target.inspector.gapText', { gap: number(Math.abs(answer.gap)), unit: answer.unit })}
          </Message>
        ) : (
          <p className="muted">{t('target.inspector.allAgree')}</p>
        )}
        {answer.notes.map((note) => (
          <p key={note} className="muted TargetNote">
            {note}
          </p>
        ))}
      </InspectorSection>
    </>
  );
}

function OtherGoals({ target }: { target: Target }) {
  const targets = useProject(({ document }) => document?.targets ?? []);
  const { numbers } = useCellFormat();
  const others = targets.filter(({ id }) => id !== target.id);
  if (others.length === 0) return null;
  return (
    <InspectorSection title={t('target.inspector.others')}>
      <KeyList
        items={others.map(({ title, goal, unit }) => [title, goalWords(goal, unit, numbers)] as const)}
      />
    </InspectorSection>
  );
}
