// @vitest-environment happy-dom
import { cleanup, fireEvent, render, screen, waitFor } from '@testing-library/react';
import type { ReactNode } from 'react';
import { afterEach, beforeAll, describe, expect, it } from 'vitest';
import { CaseBuilder, countingIds } from '#shared/domain/case-builder.ts';
import { initI18n } from '#renderer/i18n/i18n.ts';
import { SlowStore, testSession } from '#renderer/store/slow-store.ts';
import { StoreProvider, useCase } from '#renderer/store/use-store.tsx';
import { KitProvider } from '#renderer/ui/kit-provider.tsx';
import { Toaster } from '#renderer/ui/toast.tsx';
import { AboutPeople, SourceFields } from './fact-head.tsx';
import { namedPeople } from './names.ts';
import { scopeOf } from './slot.ts';

beforeAll(() => initI18n('en'));
afterEach(cleanup);

const recorded = { by: 'x', at: '2026-11-24T10:00:00Z', device: '0'.repeat(32), capacity: 'underCounsel' as const };

function harmOfThree() {
  const b = new CaseBuilder(countingIds(1), recorded, 'TEST');
  const people = ['Ana', 'Berta', 'Carla'].map((given) => b.person({ given: [given], surnames: [] }));
  const harm = b.fact('harms', [], { where: 'mexico' });
  const store = new SlowStore<'case'>(b.done());
  return { store, harmId: harm.id, people };
}

function Harm(props: { readonly caseId: string; readonly harmId: string; readonly source?: boolean }): ReactNode {
  const { file } = useCase(props.caseId);
  const harm = file?.harms[props.harmId];
  if (file === undefined || harm === undefined) return null;
  const scope = scopeOf(file.id, ['harms', harm.id], harm, 'harm.changed');
  return (
    <>
      <AboutPeople scope={scope} people={namedPeople(file, () => '')} />
      {props.source ? <SourceFields scope={scope} file={file} /> : null}
    </>
  );
}

async function show(source = false) {
  const made = harmOfThree();
  const { store, harmId } = made;
  render(
    <KitProvider choice="light">
      <StoreProvider client={store.client} session={testSession}>
        <Harm caseId={store.file.id} harmId={harmId} source={source} />
        <Toaster />
      </StoreProvider>
    </KitProvider>,
  );
  await screen.findByLabelText('Ana');
  const tick = (name: string) => fireEvent.click(screen.getByLabelText(name));
  const ticked = () =>
    ['Ana', 'Berta', 'Carla'].filter((name) => (screen.getByLabelText(name) as HTMLInputElement).checked);
  const about = () => store.file.harms[harmId]?.about;
  return { ...made, tick, ticked, about };
}

/** Long enough for a change of the record to be on screen. */
const redrawn = () => new Promise((done) => setTimeout(done, 250));

describe('a choice while earlier ones are on their way to the disk', () => {
  it('keeps all of three quick ticks, in the record and on screen', async () => {
    const { store, people, tick, ticked, about } = await show();
    tick('Ana');
    tick('Berta');
    store.next();
    await redrawn();
    expect(ticked()).toEqual(['Ana', 'Berta']);
    tick('Carla');
    store.next();
    store.next();
    await redrawn();
    expect(about()).toEqual(people.map((person) => person.id));
    expect(ticked()).toEqual(['Ana', 'Berta', 'Carla']);
  });

  it('follows the record once nothing of its own is under way', async () => {
    const { store, harmId, tick, ticked } = await show();
    tick('Ana');
    store.next();
    await redrawn();
    store.change({ path: ['harms', harmId, 'about'], value: [] });
    await waitFor(() => expect(ticked()).toEqual([]));
  });

  it('says why a choice was refused and leaves it on screen until the record says something else', async () => {
    const { store, harmId, people, tick, ticked } = await show();
    tick('Ana');
    store.next('disk-full');
    await screen.findByText(/disk is full/i);
    expect(ticked()).toEqual(['Ana']);
    store.change({ path: ['harms', harmId, 'about'], value: [people[1]?.id] });
    await waitFor(() => expect(ticked()).toEqual(['Berta']));
  });
});

describe('the source of a fact', () => {
  it('keeps a note that is on its way when the reliability is chosen', async () => {
    const { store, harmId } = await show(true);
    const note = screen.getByLabelText('Note on the source');
    fireEvent.change(note, { target: { value: 'told by the sister' } });
    fireEvent.blur(note);
    fireEvent.change(screen.getByLabelText('Reliability'), { target: { value: 'doubtful' } });
    await waitFor(() => expect(store.waiting).toBe(2));
    store.next();
    store.next();
    expect(store.file.harms[harmId]?.source).toMatchObject({ note: 'told by the sister', reliability: 'doubtful' });
  });
});
