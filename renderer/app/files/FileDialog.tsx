import { FileChartColumn, File as FileIcon, Folder } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton, ListBox, ListBoxItem } from 'react-aria-components';
import type { FileEntry } from '../../../shared/contract/app.ts';
import type { CallResult } from '../../../shared/contract/index.ts';
import { toProblemData } from '../../../shared/contract/problem.ts';
import { Button } from '../../design/Button.tsx';
import { Dialog } from '../../design/Dialog.tsx';
import { Icon } from '../../design/Icon.tsx';
import { Select } from '../../design/Select.tsx';
import { TextInput } from '../../design/TextInput.tsx';
import { t } from '../../i18n/index.ts';
import { client } from '../client.ts';
import { ask } from '../dialogs/ask.ts';
import { type FileQuestion, useFileQuestion } from './askFile.ts';
import { matchesFilter, sizeWords, withExtension } from './fileWords.ts';

type Listing = CallResult<'files.list'>;

/** Our own file dialog, for hosts without one: folders as the workbench sees them, so that a file has a path. */
export function FileDialog() {
  const { question, answer } = useFileQuestion();
  return question && <Asked key={question.title} question={question} answer={answer} />;
}

let lastFolder: string | undefined;

interface AskedProps {
  question: FileQuestion;
  answer: (paths: readonly string[] | null) => void;
}

function Asked({ question, answer }: AskedProps) {
  const [listing, setListing] = useState<Listing | null>(null);
  const [name, setName] = useState(question.name ?? '');
  const [filterName, setFilterName] = useState(question.filters[0]?.name ?? '');
  const [problem, setProblem] = useState<string>();
  const newest = useRef(0);

  const show = async (folder?: string) => {
    const turn = ++newest.current;
    try {
      const found = await client().call('files.list', folder === undefined ? {} : { folder });
      if (turn !== newest.current) return; // a later folder was asked for meanwhile
      lastFolder = found.folder;
      setListing(found);
      setProblem(undefined);
    } catch (error) {
      if (turn === newest.current) setProblem(toProblemData(error).message);
    }
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when the dialog opens
  useEffect(() => {
    void show(lastFolder ?? (question.folder || undefined));
  }, []);

  const filter = question.filters.find((known) => known.name === filterName);
  const entries = (listing?.entries ?? []).filter(
    (entry) => entry.folder || matchesFilter(entry.name, filter),
  );

  const take = async (typed: string) => {
    if (!listing || typed.trim() === '') return;
    const several = question.many ? namesIn(typed) : [];
    if (several.length > 1) return await takeSeveral(several);
    try {
      const wanted = question.mode === 'save' ? withExtension(typed.trim(), filter) : typed.trim();
      const { path, exists, folder, writable } = await client().call('files.check', {
        folder: listing.folder,
        name: wanted,
      });
      if (folder) {
        setName(question.name ?? '');
        return await show(path);
      }
      if (question.mode === 'open')
        return exists ? answer([path]) : setProblem(t('app.file.missing', { name: wanted }));
      if (!writable) return setProblem(t('app.file.notWritable', { name: wanted }));
      if (!exists || (await mayOverwrite(wanted))) answer([path]);
    } catch (error) {
      setProblem(toProblemData(error).message);
    }
  };
  const takeSeveral = async (names: readonly string[]) => {
    if (!listing) return;
    try {
      const found = await Promise.all(
        names.map((one) => client().call('files.check', { folder: listing.folder, name: one })),
      );
      const missing = found.findIndex(({ exists }) => !exists);
      if (missing >= 0) return setProblem(t('app.file.missing', { name: names[missing] }));
      answer(found.map(({ path }) => path));
    } catch (error) {
      setProblem(toProblemData(error).message);
    }
  };
  const open = (entry: FileEntry) => {
    if (entry.folder) return void show(entry.path);
    setName(entry.name);
    void take(entry.name);
  };

  return (
    <Dialog
      title={question.title}
      isOpen
      wide
      onClose={() => answer(null)}
      footer={
        <>
          <Button onPress={() => answer(null)}>{t('app.action.cancel')}</Button>
          <Button
            variant="primary"
            isDisabled={!listing || name.trim() === ''}
            onPress={() => void take(name)}
          >
            {t(question.mode === 'open' ? 'app.file.openButton' : 'app.file.saveButton')}
          </Button>
        </>
      }
    >
      <div className="FileDialog">
        <nav className="FileCrumbs" aria-label={t('app.file.folder')}>
          {listing?.crumbs.map((crumb, index, all) => (
            <AriaButton
              key={crumb.path}
              onPress={() => void show(crumb.path)}
              {...(index === all.length - 1 && { 'aria-current': 'location' as const })}
            >
              {index > 0 && all[index - 1]?.name !== '/' && <span className="muted">/ </span>}
              {crumb.name}
            </AriaButton>
          ))}
        </nav>
        <nav className="FilePlaces" aria-label={t('app.file.places')}>
          {listing?.places.map(({ name: place, path }) => (
            <AriaButton key={path} onPress={() => void show(path)}>
              {place}
            </AriaButton>
          ))}
        </nav>
        <ListBox
          className="FileList"
          aria-label={t('app.file.files')}
          items={entries}
          selectionMode={question.many ? 'multiple' : 'single'}
          selectionBehavior="replace"
          renderEmptyState={() => <p className="EmptyState">{listing ? t('app.file.none') : ''}</p>}
          onSelectionChange={(keys) => {
            const chosen = entries.filter(
              ({ path, folder }) => !folder && (keys === 'all' || keys.has(path)),
            );
            if (chosen.length > 1) setName(chosen.map((one) => `"${one.name}"`).join(' '));
            else if (chosen[0]) setName(chosen[0].name);
          }}
          onAction={(key) => {
            const entry = entries.find(({ path }) => path === key);
            if (entry) open(entry);
          }}
        >
          {(entry) => (
            <ListBoxItem id={entry.path} className="FileRow" textValue={entry.name}>
              <Icon
                icon={entry.folder ? Folder : /\.tijarat$/i.test(entry.name) ? FileChartColumn : FileIcon}
              />
              <span className="name">{entry.name}</span>
              <small>{entry.folder ? '' : sizeWords(entry.bytes)}</small>
              <small>{entry.changedAt.slice(0, 10)}</small>
            </ListBoxItem>
          )}
        </ListBox>
        <div className="FileName">
          <TextInput
            label={t('app.file.name')}
            value={name}
            error={problem}
            onInput={(text) => {
              setName(text);
              setProblem(undefined);
            }}
            onEnter={(text) => void take(text)}
            onCommit={setName}
            autoFocus
          />
          <Select
            label={t('app.file.kind')}
            items={question.filters.map((known) => ({
              id: known.name,
              label: `${known.name} (${known.extensions.map((extension) => `.${extension}`).join(', ')})`,
            }))}
            value={filterName}
            onChange={setFilterName}
          />
        </div>
      </div>
    </Dialog>
  );
}

/** "a.csv" "b.csv" as several names, as file dialogs write them; anything else is one. */
function namesIn(typed: string): string[] {
  const quoted = [...typed.matchAll(/"([^"]+)"/g)].flatMap(([, name]) => name ?? []);
  return quoted.length > 0 ? quoted : [typed];
}

async function mayOverwrite(name: string): Promise<boolean> {
  const answer = await ask({
    title: t('app.file.overwriteTitle', { name }),
    text: t('app.file.overwriteText'),
    choices: [
      { id: 'cancel', label: t('app.action.cancel') },
      { id: 'overwrite', label: t('app.file.overwrite'), variant: 'danger' },
    ],
  });
  return answer === 'overwrite';
}
