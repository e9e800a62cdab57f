import { ChevronDown } from 'lucide-react';
import { useState } from 'react';
import { Dialog, DialogTrigger, Popover } from 'react-aria-components';
import { Button } from '../components/Button.tsx';
import { FormField } from '../forms/FormField.tsx';
import { useMetricsPage } from './MetricsContext.tsx';
import { joinTexts, splitTexts } from './textList.ts';

/** A label that incidents must have. */
export function LabelPicker() {
  const { search, show } = useMetricsPage();
  const [name, setName] = useState('');
  const [value, setValue] = useState('');
  return (
    <DialogTrigger>
      <Button>
        Label
        <ChevronDown size={13} aria-hidden="true" />
      </Button>
      <Popover placement="bottom start" className="surface w-64 bg-raised p-3 shadow-card outline-none">
        <Dialog aria-label="Label" className="outline-none">
          {({ close }) => (
            <form
              className="flex flex-col gap-2"
              onSubmit={(event) => {
                event.preventDefault();
                if (name.trim() === '') return;
                const label = `${name.trim()}=${value.trim()}`;
                show({ label: joinTexts([...splitTexts(search.label ?? ''), label]) });
                setName('');
                setValue('');
                close();
              }}
            >
              <FormField label="Name">
                {(attributes) => (
                  <input
                    {...attributes}
                    className="field w-full"
                    maxLength={100}
                    value={name}
                    onChange={({ target }) => setName(target.value)}
                  />
                )}
              </FormField>
              <FormField label="Value">
                {(attributes) => (
                  <input
                    {...attributes}
                    className="field w-full"
                    maxLength={500}
                    value={value}
                    onChange={({ target }) => setValue(target.value)}
                  />
                )}
              </FormField>
              <Button type="submit" isDisabled={name.trim() === ''}>
                Show only these
              </Button>
            </form>
          )}
        </Dialog>
      </Popover>
    </DialogTrigger>
  );
}
