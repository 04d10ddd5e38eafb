/** One hearing: court, day, hour, port, the papers that announced it. */
import { FactPage } from './fact-page.ts';

export interface HearingTyped {
  readonly date?: string;
  readonly time?: string;
  readonly place?: string;
  readonly port?: string;
  readonly reportTime?: string;
  readonly court?: string;
}

export class HearingPage extends FactPage {
  readonly title = this.t('hearing.title');

  async typeHearing(typed: HearingTyped): Promise<void> {
    await this.arrived();
    if (typed.date !== undefined) await this.type(this.t('hearing.date'), typed.date);
    if (typed.time !== undefined) await this.type(this.t('hearing.time'), typed.time);
    if (typed.place !== undefined) await this.place(this.t('hearing.hearingPlace'), typed.place);
    if (typed.court !== undefined) await this.type(this.t('hearing.court'), typed.court);
    if (typed.port !== undefined) await this.place(this.t('hearing.portToReport'), typed.port);
    if (typed.reportTime !== undefined) await this.type(this.t('hearing.reportTime'), typed.reportTime);
  }
}
