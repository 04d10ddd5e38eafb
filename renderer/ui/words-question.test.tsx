// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen } from '@testing-library/react';
import { useState } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { initI18n } from '#renderer/i18n/i18n.ts';
import type { Answer, Words } from '#shared/domain/base.ts';
import { WordsField } from './words-field.tsx';

beforeAll(() => initI18n('en'));
afterEach(cleanup);

const spanish = 'Le dije al oficial que tengo miedo de regresar porque me siguieron.';
let kept: Answer<Words>;

function Told({ language }: { readonly language: string }) {
  const [value, setValue] = useState<Answer<Words>>({ status: 'notAsked' });
  kept = value;
  return <WordsField label="Account" value={value} onChange={setValue} defaultLanguage={language} />;
}
function tell(text: string): void {
  const [box] = screen.getAllByRole('textbox');
  if (box === undefined) throw new Error('no box');
  fireEvent.change(box, { target: { value: text } });
  fireEvent.blur(box);
}
const asked = () => screen.queryByText('This looks like Spanish. Is it?');

describe('words that plainly are another language than their label', () => {
  it('are asked about, keep their label until somebody says so, and change it with one press', () => {
    render(<Told language="mam" />);
    tell(spanish);
    expect(asked()).toBeTruthy();
    expect(kept).toMatchObject({ value: { language: 'mam', text: spanish } });
    fireEvent.click(screen.getByRole('button', { name: 'Yes, it is Spanish' }));
    expect(kept).toMatchObject({ value: { language: 'es', text: spanish } });
    expect(asked()).toBeNull();
  });

  it('keep it when the answer is no, and are not asked about again', () => {
    render(<Told language="mam" />);
    tell(spanish);
    fireEvent.click(screen.getByRole('button', { name: 'No, it is Mam' }));
    expect(asked()).toBeNull();
    tell(`${spanish} Y ya no quiero estar en ese lugar.`);
    expect(asked()).toBeNull();
    expect(kept).toMatchObject({ value: { language: 'mam' } });
  });

  it('are not asked about when they are what the label says, or too short to tell', () => {
    render(<Told language="es" />);
    tell(spanish);
    expect(asked()).toBeNull();
    tell('Tengo miedo');
    expect(screen.queryByRole('status')).toBeNull();
  });
});
