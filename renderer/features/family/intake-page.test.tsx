// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor, within } from '@testing-library/react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CaseBuilder, countingIds } from '#shared/domain/case-builder.ts';
import { initI18n } from '#renderer/i18n/i18n.ts';
import { SlowStore, testSession } from '#renderer/store/slow-store.ts';
import { StoreProvider } from '#renderer/store/use-store.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { GoContext } from '#renderer/ui/navigate.ts';
import { Toaster } from '#renderer/ui/toast.tsx';
import { IntakePage } from './intake-page.tsx';

beforeAll(() => initI18n('en'));
afterEach(cleanup);

const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

/** A mother and her crossing, on a slow disk. */
async function show(more: (b: CaseBuilder) => void = () => {}) {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const mother = b.person({ given: ['María'], surnames: ['Ixchel'] });
  const crossing = b.fact('encounters', [mother], { kind: 'crossing' });
  more(b);
  const store = new SlowStore<'case'>(b.done());
  render(
    <KitProvider choice="light">
      <GoContext value={() => {}}>
        <StoreProvider client={store.client} session={testSession}>
          <IntakePage caseId={store.file.id} />
          <Toaster />
        </StoreProvider>
      </GoContext>
    </KitProvider>,
  );
  await screen.findByRole('button', { name: 'Add a person' });
  /** Lets the disk write all that was asked, one after the other. */
  async function written(count: number): Promise<void> {
    for (let done = 0; done < count; done++) {
      await waitFor(() => expect(store.waiting).toBeGreaterThan(0));
      store.next();
    }
  }
  return { store, mother, crossing, written };
}

describe('adding people', () => {
  it('loses none of two quick clicks, neither from the family nor from what is true of everybody', async () => {
    const { store, mother, crossing, written } = await show();
    const add = screen.getByRole('button', { name: 'Add a person' });
    fireEvent.click(add);
    fireEvent.click(add);
    await written(2);
    const added = Object.keys(store.file.people).filter((id) => id !== mother.id);
    expect(added).toHaveLength(2);
    expect([...store.file.peopleOrder].sort()).toEqual([mother.id, ...added].sort());
    expect(store.file.encounters[crossing.id]?.about).toEqual(store.file.peopleOrder);
  });

  it('makes a fact that is entered meanwhile about the new person too', async () => {
    const { store, written } = await show();
    fireEvent.click(screen.getByRole('button', { name: 'Add a person' }));
    fireEvent.change(screen.getByLabelText('Representation'), { target: { value: 'prospect' } });
    await written(2);
    const [made] = Object.values(store.file.representation);
    expect(made?.about).toEqual(store.file.peopleOrder);
    expect(made?.about).toHaveLength(2);
  });
});

describe('a relation', () => {
  const child = (b: CaseBuilder) => void b.person({ given: ['Diego'], surnames: ['Ixchel'] });

  it('says why it was refused', async () => {
    const { store } = await show(child);
    fireEvent.change(screen.getByLabelText(/^Relation to María/), { target: { value: 'child' } });
    await waitFor(() => expect(store.waiting).toBe(1));
    store.next('file-invalid');
    expect(await screen.findByText(/does not fit what the record can hold/)).toBeTruthy();
    expect((screen.getByLabelText(/^Relation to María/) as HTMLSelectElement).value).toBe('child');
  });

  it('is stored once, however often it is chosen anew', async () => {
    const { store, written } = await show(child);
    for (const value of ['child', 'cousin', 'sibling']) {
      fireEvent.change(screen.getByLabelText(/^Relation to María/), { target: { value } });
    }
    await written(3);
    const kept = Object.values(store.file.relations).filter((one) => one.deleted === null);
    expect(kept.map((one) => one.kind)).toEqual(['sibling']);
  });
});

describe('what a person speaks and where they are from', () => {
  const choose = (field: HTMLElement, text: string) => {
    fireEvent.click(field);
    fireEvent.change(field, { target: { value: text } });
    const list = document.getElementById(field.getAttribute('aria-controls') ?? '') as HTMLElement;
    fireEvent.click(within(list).getByRole('option', { name: text, hidden: true }));
  };

  it('marks the first of two quick languages alone as the best, and takes the same one once', async () => {
    const { store, mother, written } = await show();
    const field = screen.getByLabelText('Add a language');
    for (const name of ['Mam', 'Spanish', 'Mam']) choose(field, name);
    await written(2);
    await new Promise((done) => setTimeout(done, 100));
    expect(store.waiting).toBe(0);
    const skills = Object.values(store.file.people[mother.id]?.languages ?? {});
    expect(skills.map((one) => [one.tag, one.best])).toEqual([
      ['mam', true],
      ['es', false],
    ]);
  });

  it('keeps both of two quick nationalities on screen, and takes away what is taken away before it is saved', async () => {
    const { store, mother, written } = await show();
    const field = screen.getByLabelText('Nationalities');
    for (const name of ['Guatemala', 'Honduras']) choose(field, name);
    fireEvent.keyDown(field, { key: 'Backspace', code: 'Backspace' });
    await written(3);
    const held = Object.values(store.file.people[mother.id]?.nationalities ?? {});
    expect(held.map((one) => one.country)).toEqual(['GT']);
  });
});
