/** The list of what can be made for a client. */
import { languageLabel } from '#shared/reference/languages.ts';
import { DraftPage } from './draft-page.ts';
import { escaped, Screen } from './screen.ts';

/** Kinds of documents as the list names them: the last part of their locale key. */
export type DocumentKind =
  | 'declaration'
  | 'translated'
  | 'attorney'
  | 'advocate'
  | 'cover'
  | 'letter'
  | 'reminder'
  | 'script';

export class NewDocumentPage extends Screen {
  async arrived(): Promise<void> {
    await this.heading.filter({ hasText: this.t('documents.new.title') }).waitFor();
  }

  async chooseKind(kind: DocumentKind): Promise<void> {
    // The words of a choice and its explanation are one label.
    const words = `${escaped(this.t(`documents.new.${kind}`))}\\s*${escaped(this.t(`documents.new.${kind}Help`))}`;
    await this.main.getByRole('radio', { name: new RegExp(`^${words}$`) }).check();
  }

  /** Makes a document, about the latest hearing and in the named language where it asks, and waits for its first page. */
  async make(kind: DocumentKind, tag?: string): Promise<DraftPage> {
    await this.chooseKind(kind);
    const hearing = this.main.getByRole('combobox', { name: this.t('documents.details.hearing'), exact: true });
    // The latest hearing of the case stands first, after "the next one".
    if ((await hearing.count()) > 0 && (await hearing.getByRole('option').count()) > 1) {
      await hearing.selectOption({ index: 1 });
    }
    if (tag !== undefined) await this.select(this.t('documents.new.language'), languageLabel(tag, this.language));
    await this.button(this.t('documents.new.make')).click();
    const draft = new DraftPage(this.page, this.language);
    await draft.drawn();
    return draft;
  }
}
