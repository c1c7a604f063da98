import './howMade.css';
import { create } from 'zustand';
import { findById } from '../../shared/model/document.ts';
import { useNavigation } from '../app/navigation.ts';
import { useProject } from '../app/projectStore.ts';
import { Button } from '../design/Button.tsx';
import { Dialog } from '../design/Dialog.tsx';
import { stepText } from '../grid/stepText.ts';
import { t } from '../i18n/index.ts';
import { draftOf } from './draftOf.ts';

const useHowMade = create<{ table: string | null }>(() => ({ table: null }));

/** Opens the dialog on a table that was built from others. */
export function showHowMade(table: string): void {
  useHowMade.setState({ table });
}

/** The tables and steps of which a table was made, and what they had to say: the keys that did not match among it. */
export function HowMadeDialog() {
  const { table: id } = useHowMade();
  const document = useProject((state) => state.document);
  const table = document?.tables.find((known) => known.id === id);
  if (!document || !table?.builtFrom) return null;
  const close = () => useHowMade.setState({ table: null });
  const { tables, recipe, notes = [] } = table.builtFrom;
  const titles = tables.map((source) => findById(document.tables, source)?.title ?? source);
  return (
    <Dialog
      title={t('combining.howMade.title', { table: table.title })}
      isOpen
      wide
      onClose={close}
      footer={
        <>
          {draftOf(table, document.tables) && (
            <Button
              onPress={() => {
                close();
                useNavigation.getState().go({ kind: 'combine', table: table.id, change: table.id });
              }}
            >
              {t('combining.howMade.change')}
            </Button>
          )}
          <Button variant="primary" onPress={close}>
            {t('combining.howMade.close')}
          </Button>
        </>
      }
    >
      <div className="HowMade">
        <p>{t('combining.howMade.from', { tables: titles.join(', ') })}</p>
        <ol>
          {recipe.map((step, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: a recipe is a fixed list, told apart by order alone
            <li key={index}>{stepText(step)}</li>
          ))}
        </ol>
        {notes.map((note) => (
          <section key={note.code + note.text} aria-label={note.title}>
            <h3>{note.title}</h3>
            <p>{note.text}</p>
            {note.cases && (
              <ul>
                {note.cases.map((text, index) => (
                  // biome-ignore lint/suspicious/noArrayIndexKey: two cases may read alike; their order is fixed
                  <li key={index}>{text}</li>
                ))}
              </ul>
            )}
          </section>
        ))}
      </div>
    </Dialog>
  );
}
