// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n, setLanguage } from '#renderer/i18n/i18n.ts';
import type { Answer, PartialDate, Place } from '#shared/domain/base.ts';
import { ChoiceField } from './choice-field.tsx';
import { DateField } from './date-field.tsx';
import { KitProvider } from './kit-provider.tsx';
import { readNumber } from './number-field.tsx';
import { PendingContext, writePendingNow } from './pending.ts';
import { PlaceField, type PlaceKind } from './place-field.tsx';
import { withSide, withState } from './words-field.tsx';

beforeAll(() => initI18n('en'));
afterEach(() => {
  cleanup();
  setLanguage('en');
});

function Dated({ onAnswer }: { readonly onAnswer: (answer: Answer<PartialDate>) => void }) {
  const [value, setValue] = useState<Answer<PartialDate>>({ status: 'notAsked' });
  return (
    <DateField
      label="Crossed on"
      value={value}
      onChange={(answer) => {
        setValue(answer);
        onAnswer(answer);
      }}
    />
  );
}

function type(label: string, text: string): HTMLInputElement {
  const input = screen.getByLabelText<HTMLInputElement>(label);
  fireEvent.change(input, { target: { value: text } });
  return input;
}

describe('a date field', () => {
  it('keeps what was read on leaving, written with the month in words', () => {
    const answers: Answer<PartialDate>[] = [];
    render(<Dated onAnswer={(answer) => answers.push(answer)} />);
    const input = type('Crossed on', '8/14/2019');
    expect(screen.getByText('Wednesday, August 14, 2019')).toBeTruthy();
    fireEvent.blur(input);
    expect(answers).toEqual([{ status: 'answered', value: { value: '2019-08-14', precision: 'day' } }]);
    expect(input.value).toBe('14 Aug 2019');
  });

  it('leaves unreadable text as typed, with what was expected and what came beside it', () => {
    const answers: Answer<PartialDate>[] = [];
    render(<Dated onAnswer={(answer) => answers.push(answer)} />);
    const input = type('Crossed on', 'the rainy day');
    fireEvent.blur(input);
    expect(answers).toEqual([]);
    expect(input.value).toBe('the rainy day');
    expect(input.getAttribute('aria-invalid')).toBe('true');
    expect(screen.getByText(/“the rainy day” came/)).toBeTruthy();
  });

  it('says why there is no date, and typing overrides the reason', () => {
    const answers: Answer<PartialDate>[] = [];
    render(<Dated onAnswer={(answer) => answers.push(answer)} />);
    const reason = screen.getByLabelText('Crossed on: why there is no answer');
    fireEvent.change(reason, { target: { value: 'unknown' } });
    fireEvent.blur(type('Crossed on', 'about march 2019'));
    expect(answers).toEqual([
      { status: 'unknown' },
      { status: 'answered', value: { value: '2019-03', precision: 'about' } },
    ]);
  });

  it('gives unfinished typing away before a lock and finds it again after', async () => {
    const slots = new Map<string, unknown>();
    const texts = {
      scope: '/case/1',
      get: (slot: string) => Promise.resolve(slots.get(slot)),
      put: (slot: string, value: unknown) => void slots.set(slot, value),
      clear: (slot: string) => void slots.delete(slot),
    };
    const screenOnce = (
      <PendingContext value={texts}>
        <Dated onAnswer={() => undefined} />
      </PendingContext>
    );
    render(screenOnce);
    type('Crossed on', 'about mar');
    writePendingNow();
    expect([...slots]).toEqual([['typed:/case/1:Crossed on', 'about mar']]);
    cleanup();
    render(screenOnce);
    await waitFor(() => expect(screen.getByLabelText<HTMLInputElement>('Crossed on').value).toBe('about mar'));
  });
});

describe('a choice field', () => {
  it('offers what happened and, apart, why there is no answer, as one group of radios', () => {
    setLanguage('es');
    const answers: Answer<'yes' | 'no'>[] = [];
    render(
      <ChoiceField
        label="¿El oficial le preguntó?"
        options={[
          { value: 'yes', label: 'Sí' },
          { value: 'no', label: 'No preguntó' },
        ]}
        value={{ status: 'notAsked' }}
        onChange={(answer) => answers.push(answer)}
      />,
    );
    const labels = screen.getAllByRole('radio').map((radio) => radio.closest('label')?.textContent);
    expect(labels).toEqual(['Sí', 'No preguntó', 'Aún no se lo preguntamos', 'No quiere decirlo', 'No sabe']);
    fireEvent.click(screen.getByLabelText('No preguntó'));
    fireEvent.click(screen.getByLabelText('No sabe'));
    expect(answers).toEqual([{ status: 'answered', value: 'no' }, { status: 'unknown' }]);
  });
});

describe('a place field', () => {
  function typedPlace(text: string, kinds: readonly PlaceKind[]): Answer<Place> | undefined {
    let given: Answer<Place> | undefined;
    render(
      <KitProvider choice="light">
        <PlaceField label="Crossed at" value={{ status: 'notAsked' }} kinds={kinds} onChange={(now) => (given = now)} />
      </KitProvider>,
    );
    fireEvent.blur(type('Crossed at', text));
    return given;
  }
  const nogales = { status: 'answered', value: { code: 'NOG', text: '', country: 'US' } };

  it('knows a port by its label and by what people call it', () => {
    expect(typedPlace('nogales port of entry', ['port'])).toEqual(nogales);
    cleanup();
    expect(typedPlace('Garita de Nogales', ['port', 'city'])).toEqual(nogales);
  });

  it('keeps other words as typed, and a port where none is asked for', () => {
    const words = (text: string) => ({ status: 'answered', value: { code: null, text, country: null } });
    expect(typedPlace('near the garita of Nogales', ['port'])).toEqual(words('near the garita of Nogales'));
    cleanup();
    expect(typedPlace('Garita de Nogales', ['city'])).toEqual(words('Garita de Nogales'));
  });
});

describe('reading a number', () => {
  it.each([
    ['9', false, 9],
    ['9.5', true, 9.5],
    ['9,5', true, 9.5],
  ])('takes %s', (text, decimals, expected) => {
    expect(readNumber(text, 0, 24, decimals)).toEqual({ ok: true, value: expected });
  });

  it.each([
    ['9.5', false],
    ['25', false],
    ['nine', true],
  ])('refuses %s and says the limits', (text, decimals) => {
    expect(readNumber(text, 0, 24, decimals)).toEqual({
      ok: false,
      code: 'number-unreadable',
      detail: { came: text, min: 0, max: 24 },
    });
  });
});

describe('words and their translations', () => {
  const told = {
    text: 'Tenía miedo',
    language: 'es',
    translations: { en: { text: 'I was', state: 'checked', by: 'M' } },
  } as const;

  it('makes a changed translation a draft again', () => {
    expect(withSide(told, 'en', 'I was afraid').translations).toEqual({
      en: { text: 'I was afraid', state: 'draft', by: 'M' },
    });
  });

  it('takes an emptied translation away and leaves the original', () => {
    const checked = withState(withSide(told, 'en', 'I was afraid'), 'checked', 'en');
    expect(checked.translations.en?.state).toBe('checked');
    expect(withSide(checked, 'original', 'Tenía mucho miedo').translations.en?.state).toBe('draft');
    expect(withSide(told, 'en', ' ')).toEqual({ text: 'Tenía miedo', language: 'es', translations: {} });
  });
});
