import type { Page } from '@playwright/test';
import { valueOf } from '#shared/domain/base.ts';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { HearingPage } from './pages/hearing-page.ts';
import { IntakePage } from './pages/intake-page.ts';
import { Keyboard } from './pages/keyboard.ts';
import { Shell } from './pages/shell.ts';
import { wholeDay } from './support/day.ts';
import type { RunningApp } from './support/launch.ts';
import { savedCase } from './support/saved-case.ts';
import { word } from './support/words.ts';

/** First start without a mouse, with the generated words typed back. */
async function startByKeyboard(app: RunningApp): Promise<Page> {
  const page = await app.unlockWindow();
  const keys = new Keyboard(page);
  await keys.activate(page.getByRole('button', { name: 'English', exact: true }));
  await keys.activate(page.getByRole('button', { name: word('start.start'), exact: true }));
  await keys.type(page.getByLabel(word('start.you.name')), 'Ruth Ejemplo');
  await keys.choose(page.getByLabel(word('start.you.role')), word('role.accreditedRepresentative'));
  await keys.type(page.getByLabel(word('start.you.office')), 'Oficina Inventada');
  await keys.press('Enter');
  const words = page.getByRole('list', { name: word('start.pass.words') }).getByRole('listitem');
  await expect(words).toHaveCount(6);
  const typed = page.getByLabel(word('start.pass.typeOnce'));
  await keys.type(typed, 'not these words');
  await keys.press('Enter');
  await expect(page.getByText(word('start.pass.notYet', 'en', { right: 0, all: 6 }))).toBeVisible();
  await keys.press('Control+a');
  await keys.type(typed, (await words.allTextContents()).join(' '));
  await expect(page.getByText(word('start.pass.allRight'))).toBeVisible();
  await keys.press('Enter');
  return app.mainWindow();
}

test.describe
  .serial('a family of four, by keyboard alone', () => {
    const day = wholeDay(startByKeyboard);

    test('a person: two surnames with a particle, an eight-digit number with dashes, a language and a country', async () => {
      const { main } = day;
      const keys = new Keyboard(main);
      const intake = new IntakePage(main);
      const t = (key: string): string => word(key);
      await keys.press('Control+n');
      const row = intake.person(1);
      await expect(intake.field(t('family.given'), row)).toBeFocused();
      await main.keyboard.type('María José');
      await keys.press('Enter');
      await expect(intake.field(t('family.surnames'), row)).toBeFocused();
      await main.keyboard.type('Ixcoy de la Cruz');
      await keys.press('Enter');
      await expect(intake.field(t('family.aNumber'), row)).toBeFocused();
      await main.keyboard.type('a 76-543-210');
      await keys.press('Enter');
      await expect(intake.field(t('family.aNumber'), row)).toHaveValue('A 076 543 210');
      await expect(intake.field(t('family.born'), row)).toBeFocused();
      await main.keyboard.type('2/8/1991');
      // 8/2 and 2/8 are told apart by the month in words.
      await expect(row.getByText('Friday, February 8, 1991')).toBeVisible();
      await keys.press('Enter');
      await keys.choose(intake.field(t('family.gender'), row), t('family.genderIs.female'));
      await keys.search(intake.field(t('family.nationalities'), row), 'guatem', 'Guatemala');
      await keys.choose(intake.field(t('family.canRead'), row), t('family.canReadIs.some'));
      await keys.search(intake.field(t('family.addLanguage'), row), 'qanjobal', 'Qʼanjobʼal');
      await expect(row.getByRole('combobox', { name: 'Speaks: Qʼanjobʼal' })).toBeVisible();
    });

    test('three more: none yet, an about date, a description in place of a name', async () => {
      const { main } = day;
      const keys = new Keyboard(main);
      const intake = new IntakePage(main);
      const t = (key: string): string => word(key);
      const add = intake.button(t('family.addPerson'));
      await keys.activate(add);
      const second = intake.person(2);
      await keys.type(intake.field(t('family.given'), second), 'Juan');
      await keys.type(intake.field(t('family.surnames'), second), 'Tzoc Pérez');
      await keys.tabTo(second.getByRole('checkbox', { name: t('family.noneYet') }));
      await keys.press('Space');
      await expect(second.getByRole('checkbox', { name: t('family.noneYet') })).toBeChecked();
      await keys.choose(
        intake.field(word('family.relation', 'en', { name: 'María José Ixcoy de la Cruz' }), second),
        t('family.kinship.spouse'),
      );
      await keys.activate(add);
      const third = intake.person(3);
      await keys.type(intake.field(t('family.given'), third), 'Lucía');
      await keys.type(intake.field(t('family.surnames'), third), 'Tzoc Ixcoy');
      await keys.type(intake.field(t('family.born'), third), 'about march 2019');
      await expect(third.getByText('about March 2019', { exact: true })).toBeVisible();
      await keys.press('Enter');
      await expect(third.getByLabel(word('date.precisionOf', 'en', { label: t('family.born') }))).toHaveValue('about');
      await keys.activate(add);
      const fourth = intake.person(4);
      await keys.type(intake.field(t('family.description'), fourth), 'boy, about eight months');
      await expect(intake.people.getByRole('listitem', { name: /^Person \d$/ })).toHaveCount(4);
    });

    test('what is true of everybody is entered once, and the client page tells it', async () => {
      const { main } = day;
      const keys = new Keyboard(main);
      const intake = new IntakePage(main);
      const t = (key: string): string => word(key);
      await keys.type(intake.field(t('family.crossedOn')), '14 jan 2020');
      await keys.search(intake.field(t('family.crossedAt')), 'nogales p', 'Nogales port of entry');
      await keys.type(intake.field(t('family.placeNow')), 'a house near the bus station');
      await keys.search(intake.field(t('family.portOfReturn')), 'nogales', 'Nogales port of entry');
      await keys.tabTo(intake.field(t('family.cityOfReturn')));
      // The port names the city across.
      await expect(intake.field(t('family.cityOfReturn'))).toHaveValue('Nogales, Sonora');
      await keys.type(intake.field(t('family.officeNumber')), '2026-014');
      await keys.activate(intake.done);
      const client = new ClientPage(main);
      await expect(client.heading).toHaveText('María José Ixcoy de la Cruz');
      await expect(main.getByText('4 people', { exact: true })).toBeVisible();
      await expect(client.lines(/Crossed.*Nogales port of entry/s)).toHaveCount(1);
      await client.only('Lucía');
      await expect(client.lines(/Crossed.*Nogales port of entry/s)).toHaveCount(1);
      const titles = await day.app.electron.evaluate(({ BrowserWindow }) =>
        BrowserWindow.getAllWindows().map((one) => one.getTitle()),
      );
      expect(titles).toEqual(['Amparo · 2026-014']);
    });

    test('each answer is kept with the person it was given for, and what was asked once with all four', async () => {
      const file = await savedCase(day, new ClientPage(day.main));
      const people = file.peopleOrder.flatMap((id) => file.people[id] ?? []);
      const told = people.map((person) => {
        const [name] = Object.values(person.names);
        return {
          name: [...(name?.given ?? []), ...(name?.surnames ?? [])].join(' '),
          description: person.description,
          numbers: Object.values(person.aNumbers).map(({ digits }) => digits),
          numberState: person.aNumberState,
          born: valueOf(person.birth.date),
          gender: valueOf(person.gender),
          nationalities: Object.values(person.nationalities).map(({ country }) => country),
          languages: Object.values(person.languages).map(({ tag }) => tag),
          canRead: valueOf(person.canRead),
          placeNow: valueOf(person.placeNow)?.text,
        };
      });
      const nothing = {
        description: '',
        numbers: [],
        numberState: 'notAsked',
        born: undefined,
        gender: undefined,
        nationalities: [],
        languages: [],
        canRead: undefined,
        placeNow: 'a house near the bus station',
      };
      expect(told).toEqual([
        {
          ...nothing,
          name: 'María José Ixcoy de la Cruz',
          numbers: ['076543210'],
          numberState: 'has',
          born: expect.objectContaining({ value: '1991-02-08', precision: 'day' }),
          gender: 'female',
          nationalities: ['GT'],
          languages: ['kjb'],
          canRead: 'some',
        },
        { ...nothing, name: 'Juan Tzoc Pérez', numberState: 'none' },
        {
          ...nothing,
          name: 'Lucía Tzoc Ixcoy',
          born: expect.objectContaining({ value: '2019-03', precision: 'about' }),
        },
        { ...nothing, name: '', description: 'boy, about eight months' },
      ]);
      const everybody = [...file.peopleOrder].sort();
      const crossings = Object.values(file.encounters);
      expect(crossings.map(({ about }) => [...about].sort())).toEqual([everybody]);
      expect(Object.values(file.programme).map(({ about }) => [...about].sort())).toEqual([everybody]);
      const spouses = Object.values(file.relations).map(({ from, to, kind }) => [[from, to].sort(), kind]);
      expect(spouses).toEqual([[file.peopleOrder.slice(0, 2).sort(), 'spouse']]);
    });

    test('the number is masked until asked for, and kept as nine digits', async () => {
      const { main } = day;
      await expect(main.getByText('A ••• ••• 210')).toBeVisible();
      await main.getByRole('button', { name: /A ••• ••• 210/ }).click();
      await expect(main.getByRole('button', { name: /^A 076 543 210/ })).toBeVisible();
    });

    test('a client in Nogales who is heard in El Paso reads both clocks', async () => {
      const { main } = day;
      const client = new ClientPage(main);
      await client.add('hearing');
      const hearing = new HearingPage(main);
      // In June El Paso keeps summer time and Sonora does not.
      await hearing.typeHearing({
        date: '15 Jun 2027',
        time: '8:30 am',
        place: 'El Paso MPP court',
        port: 'Nogales port of entry',
        reportTime: '4:30 am',
      });
      const clocks = hearing.main.getByRole('listitem');
      await expect(clocks.filter({ hasText: word('hearing.time') })).toContainText(/08:30 El Paso.* = 07:30 Nogales/);
      await expect(clocks.filter({ hasText: word('hearing.reportTime') })).toContainText('04:30 Nogales');
      await hearing.leave();
      await expect(main.getByText(/08:30/).first()).toBeVisible();
    });

    test('the list finds each of them by any part of the name, without accents', async () => {
      const { main } = day;
      await new Shell(main).go('clients');
      const find = main.getByRole('searchbox', { name: word('clients.find') });
      for (const [typed, found] of [
        ['ixcoy maria', 'María José Ixcoy de la Cruz'],
        ['cruz', 'María José Ixcoy de la Cruz'],
        ['tzoc juan', 'Juan Tzoc Pérez'],
        ['lucia', 'Lucía Tzoc Ixcoy'],
        ['076543210', 'María José Ixcoy de la Cruz'],
      ] as const) {
        await find.fill(typed);
        await expect(main.getByRole('row').filter({ hasText: found })).toHaveCount(1);
      }
      await find.fill('nobody of this name');
      await expect(main.getByText(word('clients.noMatch'))).toBeVisible();
    });

    test('the same number again shows both records side by side and blocks nothing', async () => {
      const { main } = day;
      const intake = await new Shell(main).newClient();
      await intake.typePerson(1, { given: 'Maria J.', surnames: 'Ixcoi' });
      await intake.field(word('family.aNumber'), intake.person(1)).fill('076543210');
      const table = intake.duplicates.getByRole('table');
      await expect(intake.duplicates.getByText(word('duplicate.aNumber'))).toBeVisible();
      await expect(table.getByRole('row', { name: /^Name/ }).first()).toContainText('Maria J. Ixcoi');
      await expect(table.getByRole('row', { name: /^Name/ }).first()).toContainText('María José Ixcoy de la Cruz');
      await expect(table.getByRole('row', { name: /^A-number/ }).first()).toContainText('A 076 543 210');
      await intake.field(word('family.aNumber'), intake.person(1)).blur();
      await intake.done.click();
      await expect(new ClientPage(main).heading).toHaveText('Maria J. Ixcoi');
    });

    test('what is wrong with a number is said in both languages: what was expected, what came, what to do', async () => {
      const { main } = day;
      const shell = new Shell(main);
      const intake = await shell.newClient();
      await intake.typePerson(1, { given: 'Prueba', aNumber: 'A 12-345' });
      await expect(intake.person(1).getByText(word('errors.a-number-length', 'en', { came: 5 }))).toBeVisible();
      await expect(intake.field(word('family.aNumber'), intake.person(1))).toHaveValue('A 12-345');
      await shell.speak('es');
      const inSpanish = new IntakePage(main, 'es');
      await expect(inSpanish.person(1).getByText(word('errors.a-number-length', 'es', { came: 5 }))).toBeVisible();
      await inSpanish.type(word('family.aNumber', 'es'), 'A12O456789', inSpanish.person(1));
      await expect(
        inSpanish.person(1).getByText(word('errors.a-number-characters', 'es', { character: 'O' })),
      ).toBeVisible();
      await inSpanish.type(word('family.born', 'es'), '31 de febrero de 2001', inSpanish.person(1));
      await expect(inSpanish.person(1).getByText(/31 de febrero de 2001/)).toBeVisible();
      // Nothing stops the person from going on.
      await inSpanish.done.click();
      await expect(main.getByRole('heading', { level: 1 })).toHaveText('Prueba');
    });
  });
