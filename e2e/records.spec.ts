/** Records that stand by themselves: an irregularity alone, statuses over time, scans of papers, papers of a hearing. */
import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { expect, test } from './fixtures.ts';
import { ClientPage } from './pages/client-page.ts';
import { HearingPage } from './pages/hearing-page.ts';
import { Shell } from './pages/shell.ts';
import { makeVault } from './pages/start-page.ts';
import { wholeDay } from './support/day.ts';
import { blankPdf } from './support/pdf.ts';
import { word } from './support/words.ts';

const pressure = word('irregularity.pressure');

test.describe
  .serial('records that stand by themselves', () => {
    const day = wholeDay((app) => makeVault(app));
    const t = (key: string, values: Record<string, string | number> = {}): string => word(key, 'en', values);

    test('an irregularity entered alone says what it lacks, and by hearsay stays hearsay', async () => {
      const { main } = day;
      const people = ['Elvira', 'Mateo'].map((given) => ({ given, surnames: 'Inventado Choc' }));
      const client = await new Shell(main).takeIn({ people, officeNumber: '2026-021' });
      await client.add('irregularity');
      const line = client.panel
        .getByRole('listitem')
        .filter({ has: main.getByRole('button', { name: /^Irregularity/ }) });
      const lacks = ['code', 'date', 'place', 'byAgency'].map((item) => t(`missing.${item}`)).join(', ');
      await expect(line).toContainText(t('client.incomplete', { items: lacks }));
      await expect(client.field(t('irregularity.formOfPressure'))).toBeHidden();
      await client.select(t('irregularity.type'), pressure);
      await expect(line.getByText(/^An agency or superior pressed asylum officers/).first()).toBeVisible();
      await client.type(t('irregularity.date'), 'Oct 2019');
      await client.type(t('irregularity.place'), 'Asylum office, by telephone');
      await client.select(t('irregularity.byAgency'), t('fear.agency.migraNotClear'));
      await client.type(t('irregularity.byRole'), 'supervisor');
      await client.type(t('irregularity.formOfPressure'), 'told to refuse without reading');
      await client.type(t('irregularity.pressureOn'), 'asylum officers');
      await client.select(t('irregularity.basis'), t('irregularity.basisIs.told'));
      await client.select(t('record.source.title'), t('record.source.toldByOther'));
      await client.select(t('record.reliability.title'), t('record.reliability.secondHand'));
      await client.words(t('irregularity.note'), { original: 'Nos dijeron que todas se niegan.' });
      await expect(line).not.toContainText(t('client.incomplete', { items: '' }).trim());
      await expect(line.getByRole('button', { name: `Irregularity: ${pressure}` })).toBeVisible();
    });

    test('it stands on the tab of irregularities, opens there, and is taken back and put back', async () => {
      const { main } = day;
      const client = new ClientPage(main);
      await client.openTab('fear');
      const alone = client.panel.getByRole('region', { name: t('irregularity.alone') });
      const row = alone.getByRole('listitem').filter({ hasText: pressure });
      await expect(row).toHaveCount(1);
      for (const said of ['Oct 2019', t('fear.agency.migraNotClear'), 'on asylum officers', 'Told by somebody'])
        await expect(row).toContainText(said);
      await client.button(pressure, row).click();
      await client.button(t('irregularity.remove'), row).click();
      await expect(row).toHaveCount(0);
      await main
        .getByRole('status')
        .getByRole('button', { name: t('record.undo') })
        .click();
      await expect(row).toHaveCount(1);
    });

    test('programme status and representation are kept over time; the head shows what holds now', async () => {
      const { main } = day;
      const client = new ClientPage(main);
      const dialog = main.getByRole('dialog');
      const chip = (what: string): string => t('standing.notRecorded', { what });
      const rows = dialog.getByRole('listitem');
      const addStatus = async (status: string): Promise<void> => {
        // Enter held a moment too long adds one status.
        await client
          .button(t(`standing.is.${status}`), dialog)
          .first()
          .focus();
        for (let pressed = 0; pressed < 3; pressed++) await main.keyboard.down('Enter');
        await main.keyboard.up('Enter');
        const chosen = dialog
          .getByRole('combobox', { name: t('standing.status') })
          .getByRole('option', { selected: true });
        await expect(chosen).toHaveText(t(`standing.is.${status}`));
      };
      await client.button(chip(t('standing.programme.short'))).click();
      await addStatus('in');
      await expect(rows).toHaveCount(1);
      await client.select(t('family.version'), 'MPP, first version', dialog);
      await client.type(t('standing.from'), '14 Aug 2019', dialog);
      await client.place(t('family.portOfReturn'), 'San Ysidro port of entry', dialog);
      await expect(rows.first()).toContainText('San Ysidro');
      await expect(rows.first()).toContainText('Tijuana');
      await addStatus('takenOut');
      await client.type(t('standing.from'), '2 Nov 2019', dialog);
      await expect(rows).toHaveCount(2);
      await expect(rows.first()).toContainText(t('standing.is.takenOut'));
      await expect(rows.first()).toContainText(t('standing.now'));
      // Written down last, but earlier: the head keeps what holds now.
      await addStatus('paroled');
      await client.type(t('standing.from'), 'Feb 2019', dialog);
      await expect(rows.first()).toContainText(t('standing.is.takenOut'));
      await client.button(t('ui.close'), dialog).click();
      await expect(client.button(`${t('standing.programme.short')}: ${t('client.programme.takenOut')}`)).toBeVisible();

      await client.openTab('timeline');
      await client.choose(t('client.addHere'), t('client.add.representation'), client.panel);
      await client.button(t('family.representationIs.limited'), dialog).click();
      await client.type(t('standing.scope'), 'fear interview only', dialog);
      await client.type(t('standing.from'), '3 Sep 2019', dialog);
      await client.select(t('standing.practitioner'), 'Ana Example', dialog);
      await expect(dialog.getByRole('listitem')).toContainText('from 3 Sep 2019 · fear interview only');
      await client.button(t('ui.close'), dialog).click();
      const limited = t('family.representationIs.limited');
      await expect(client.button(`${t('standing.representation.short')}: ${limited}`)).toBeVisible();
    });

    test('a scan is attached, goes out byte for byte, and is removed and put back; what is no scan is refused', async () => {
      const { main, app, folder } = day;
      const client = new ClientPage(main);
      await client.openTab('papers');
      await client.button(t('client.papersAdd'), client.panel).click();
      const bytes = await blankPdf(3);
      const sum = createHash('sha256').update(bytes).digest('hex');
      const attach = client.button(t('paper.scan.attach'), client.panel);

      const other = `${folder}/notes.pdf`;
      writeFileSync(other, 'not a PDF at all');
      await app.openFrom(other);
      await attach.click();
      const refusal = t('paper.scan.failed.unknown', { name: 'notes.pdf' });
      await expect(client.panel.getByText(refusal)).toBeVisible();

      const file = `${folder}/notice.pdf`;
      writeFileSync(file, bytes);
      await app.openFrom(file);
      await attach.click();
      const scans = client.panel.getByRole('list', { name: t('paper.part.scans') }).getByRole('listitem');
      await expect(scans).toHaveCount(1);
      await expect(scans).toContainText('PDF · 3 pages');
      await expect(scans).toContainText(sum.slice(0, 12));
      await expect(client.panel.getByText(refusal)).toBeHidden();
      await attach.click();
      await expect(client.panel.getByText(t('paper.scan.failed.twice', { n: 1 }))).toBeVisible();
      await expect(scans).toHaveCount(1);

      const copy = `${folder}/copy.pdf`;
      await app.saveTo(copy);
      await client.button(t('paper.scan.save', { n: 1 }), client.panel).click();
      await expect(main.getByText(t('paper.scan.saved', { name: 'copy.pdf' }))).toBeVisible();
      expect(readFileSync(copy).equals(bytes)).toBe(true);

      await client.button(t('paper.scan.remove', { n: 1 }), client.panel).click();
      await expect(scans).toHaveCount(0);
      await main
        .getByRole('status')
        .filter({ hasText: t('paper.scan.removed') })
        .getByRole('button', { name: t('record.undo') })
        .click();
      await expect(scans).toHaveCount(1);
      await expect(client.panel.getByText('1 scan', { exact: true })).toBeVisible();
    });

    test('a paper ticked at a hearing names that hearing', async () => {
      const { main } = day;
      const client = new ClientPage(main);
      await client.add('hearing');
      const hearing = new HearingPage(main);
      await hearing.typeHearing({ date: '15 Jan 2020' });
      await hearing.main.getByRole('checkbox', { name: /^Notice to appear/ }).check();
      await hearing.leave();
      await client.openTab('papers');
      await client.panel.getByRole('button', { name: t('paper.kind.noticeToAppear'), exact: true }).click();
      const announces = client.panel.getByRole('combobox', { name: t('paper.hearing'), exact: true });
      await expect(announces.getByRole('option', { selected: true })).toHaveText('15 Jan 2020');
    });
  });
