/** One record of harm or a threat. */
import { FactPage } from './fact-page.ts';

export class HarmPage extends FactPage {
  readonly title = this.t('harm.title');

  /** Ticks kinds of harm; keys under `harm.kind`. */
  async kinds(...kinds: readonly string[]): Promise<void> {
    const group = this.question(this.t('harm.kinds'));
    for (const kind of kinds)
      await group.getByRole('checkbox', { name: this.t(`harm.kind.${kind}`), exact: true }).check();
  }
}
