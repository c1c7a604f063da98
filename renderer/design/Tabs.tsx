import type { ReactNode } from 'react';
import { Tabs as AriaTabs, Tab, TabList, TabPanel } from 'react-aria-components';

export interface TabsProps<Id extends string> {
  label?: string | undefined;
  items: readonly { id: Id; label: string; content: ReactNode; isDisabled?: boolean | undefined }[];
  value?: Id | undefined;
  onChange?: ((value: Id) => void) | undefined;
}

export function Tabs<Id extends string>({ label, items, value, onChange }: TabsProps<Id>) {
  return (
    <AriaTabs
      className="Tabs"
      onSelectionChange={(key) => onChange?.(key as Id)} // ids come from `items`
      {...(value !== undefined && { selectedKey: value })}
    >
      <TabList className="TabList" aria-label={label ?? items.map((item) => item.label).join(', ')}>
        {items.map((item) => (
          <Tab key={item.id} id={item.id} className="Tab" isDisabled={item.isDisabled ?? false}>
            {item.label}
          </Tab>
        ))}
      </TabList>
      {items.map((item) => (
        <TabPanel key={item.id} id={item.id} className="TabPanel">
          {item.content}
        </TabPanel>
      ))}
    </AriaTabs>
  );
}
