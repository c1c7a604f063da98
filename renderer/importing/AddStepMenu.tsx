import { Plus, Search } from 'lucide-react';
import {
  Autocomplete,
  Button,
  Dialog,
  DialogTrigger,
  Header,
  Input,
  Menu,
  MenuItem,
  MenuSection,
  Popover,
  SearchField,
  useFilter,
} from 'react-aria-components';
import type { Step } from '../../shared/model/recipe.ts';
import { Icon } from '../design/Icon.tsx';
import { t } from '../i18n/index.ts';
import { type StepPlace, stepCatalog, stepGroups } from './stepCatalog.ts';

interface AddStepMenuProps {
  place: StepPlace;
  /** After which step it comes, as a person counts; null: where it belongs. */
  after: number | null;
  onAdd: (step: Step) => void;
}

/** Every kind of step by group; typing narrows them down. */
export function AddStepMenu({ place, after, onAdd }: AddStepMenuProps) {
  const { contains } = useFilter({ sensitivity: 'base' });
  return (
    <DialogTrigger>
      <Button className="Button is-quiet AddStep">
        <Icon icon={Plus} />
        {t('importing.addStep')}
        {after !== null && <small>{t('importing.afterStep', { step: after })}</small>}
      </Button>
      <Popover className="Popover" placement="bottom start" offset={4}>
        <Dialog className="AddStepMenu" aria-label={t('importing.addStep')}>
          {({ close }) => (
            <Autocomplete filter={contains}>
              <SearchField className="PaletteField" aria-label={t('importing.findStep')} autoFocus>
                <Icon icon={Search} />
                <Input placeholder={t('importing.findStep')} />
              </SearchField>
              <Menu
                className="Menu"
                aria-label={t('importing.addStep')}
                renderEmptyState={() => <div className="empty">{t('importing.noStep')}</div>}
              >
                {stepGroups.map((group) => (
                  <MenuSection key={group}>
                    <Header className="MenuLabel">{t(`importing.stepGroups.${group}`)}</Header>
                    {stepCatalog
                      .filter((choice) => choice.group === group)
                      .map(({ kind, icon, make }) => {
                        const step = make(place);
                        const name = t(`importing.stepNames.${kind}`);
                        return (
                          <MenuItem
                            key={kind}
                            id={kind}
                            className="MenuItem"
                            textValue={name}
                            isDisabled={step === null}
                            onAction={() => {
                              close();
                              if (step) onAdd(step);
                            }}
                          >
                            <Icon icon={icon} />
                            {name}
                          </MenuItem>
                        );
                      })}
                  </MenuSection>
                ))}
              </Menu>
            </Autocomplete>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
