/** One client and their family: the head that stays, the parts of the case, and what is next at the right. */
import { type ReactNode, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import type { CaseFile } from '#shared/domain/case-file.ts';
import { useT } from '#renderer/i18n/i18n.ts';
import { CaseFrame } from '#renderer/record/case-frame.tsx';
import { useBegun } from '#renderer/record/fact-frame.tsx';
import { type NamedPerson, namedPeople } from '#renderer/record/names.ts';
import { useGo } from '#renderer/ui/navigate.ts';
import { Tabs } from '#renderer/ui/tabs.tsx';
import '#renderer/record/record.css';
import './client.css';
import { BelongBanner } from './belong-banner.tsx';
import { ClientHead } from './client-head.tsx';
import { PersonPage } from './person-page.tsx';
import { SideColumn } from './side-column.tsx';
import { StandingDialog } from './standing-dialog.tsx';
import type { StandingKind } from './standing-words.ts';
import { ContactTab } from './tabs/contact-tab.tsx';
import { DocumentsTab } from './tabs/documents-tab.tsx';
import { FamilyTab } from './tabs/family-tab.tsx';
import { FearTab } from './tabs/fear-tab.tsx';
import { HearingsTab } from './tabs/hearings-tab.tsx';
import { HistoryTab } from './tabs/history-tab.tsx';
import { NotesTab } from './tabs/notes-tab.tsx';
import { PapersTab } from './tabs/papers-tab.tsx';
import { TimelineTab } from './timeline/timeline-tab.tsx';

export interface ClientPageProps {
  readonly caseId: Id;
  readonly personId?: Id;
  readonly tab?: string;
}

/** What a part of the page is given. `opened` is a record to show opened in place. */
export interface TabProps {
  readonly file: CaseFile;
  readonly people: readonly NamedPerson[];
  readonly person: NamedPerson | undefined;
  readonly opened: Id | null;
  readonly onOpen: (factId: Id | null) => void;
  /** Goes to another part with a record opened. */
  readonly onShow: (tab: TabId, factId: Id | null) => void;
  /** Opens programme status or representation over time. */
  readonly onStanding: (kind: StandingKind) => void;
}

export const tabIds = [
  'timeline',
  'fear',
  'hearings',
  'contact',
  'family',
  'papers',
  'documents',
  'notes',
  'person',
  'history',
] as const;
export type TabId = (typeof tabIds)[number];

const tabComponents: Readonly<Record<TabId, (props: TabProps) => ReactNode>> = {
  timeline: TimelineTab,
  fear: FearTab,
  hearings: HearingsTab,
  contact: ContactTab,
  family: FamilyTab,
  papers: PapersTab,
  documents: DocumentsTab,
  notes: NotesTab,
  person: PersonPage,
  history: HistoryTab,
};

export function ClientPage(props: ClientPageProps): ReactNode {
  return (
    <CaseFrame caseId={props.caseId}>
      {(file) => <ClientView file={file} personId={props.personId} tab={props.tab} />}
    </CaseFrame>
  );
}

function ClientView(props: { readonly file: CaseFile; readonly personId?: Id; readonly tab?: string }): ReactNode {
  const t = useT();
  const go = useGo();
  const { file } = props;
  const people = namedPeople(file, t);
  const person = people.find((one) => one.id === props.personId) ?? people[0];
  const tab = tabIds.find((one) => one === props.tab) ?? 'timeline';
  const [opened, setOpened] = useState<Id | null>(null);
  const withBegun = useBegun(file, null, opened);
  const [standing, setStanding] = useState<StandingKind | null>(null);
  const Tab = tabComponents[tab];

  function goTab(to: TabId, factId: Id | null): void {
    setOpened(factId);
    if (props.personId === undefined) go({ to: 'case', caseId: file.id, tab: to });
    else go({ to: 'person', caseId: file.id, personId: props.personId, tab: to });
  }

  return (
    <div className="client">
      <div className="client-top">
        <ClientHead file={file} people={people} person={person} onStanding={setStanding} />
        <BelongBanner file={file} person={person} />
        <Tabs
          label={t('client.tabs')}
          value={tab}
          panelId="client-panel"
          items={tabIds.map((id) => ({ id, label: t(`client.tab.${id}`) }))}
          onChange={(id) => goTab(tabIds.find((one) => one === id) ?? 'timeline', null)}
        />
      </div>
      <div className="client-body">
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: the panel scrolls and must be reachable by keyboard */}
        <div className="client-main" id="client-panel" role="tabpanel" aria-label={t(`client.tab.${tab}`)} tabIndex={0}>
          <Tab
            file={withBegun}
            people={people}
            person={person}
            opened={opened}
            onOpen={setOpened}
            onShow={goTab}
            onStanding={setStanding}
          />
        </div>
        <SideColumn file={file} people={people} person={person} onShow={goTab} />
      </div>
      {standing === null ? null : (
        <StandingDialog file={file} people={people} kind={standing} onClose={() => setStanding(null)} />
      )}
    </div>
  );
}
