/** Routes in code, addresses in the hash: the page never leaves its file. */
import { createRootRoute, createRoute, createRouter, redirect, useParams } from '@tanstack/react-router';
import { lazy } from 'react';
import { ClientsPage } from '#renderer/features/clients/clients-page.tsx';
import { SettingsPage } from '#renderer/features/settings/settings-page.tsx';
import { TodayPage } from '#renderer/features/today/today-page.tsx';
import { VaultPage } from '#renderer/features/vault/vault-page.tsx';
import { history } from './go.ts';
import { PageFailed } from './page-failed.tsx';
import { NotHere, Shell } from './shell.tsx';

const IntakePage = lazy(async () => ({
  default: (await import('#renderer/features/family/intake-page.tsx')).IntakePage,
}));
const ClientPage = lazy(async () => ({
  default: (await import('#renderer/features/client/client-page.tsx')).ClientPage,
}));
const FearPage = lazy(async () => ({ default: (await import('#renderer/features/fear/fear-page.tsx')).FearPage }));
const HarmPage = lazy(async () => ({ default: (await import('#renderer/features/harm/harm-page.tsx')).HarmPage }));
const HearingPage = lazy(async () => ({
  default: (await import('#renderer/features/hearings/hearing-page.tsx')).HearingPage,
}));
const ScreeningPage = lazy(async () => ({
  default: (await import('#renderer/features/screening/screening-page.tsx')).ScreeningPage,
}));
const DocumentsPage = lazy(async () => ({
  default: (await import('#renderer/features/documents/documents-page.tsx')).DocumentsPage,
}));
const NewDocumentPage = lazy(async () => ({
  default: (await import('#renderer/features/documents/new-document-page.tsx')).NewDocumentPage,
}));
const DraftPage = lazy(async () => ({
  default: (await import('#renderer/features/documents/draft-page.tsx')).DraftPage,
}));
const ReadBackPage = lazy(async () => ({
  default: (await import('#renderer/features/documents/read-back-page.tsx')).ReadBackPage,
}));

type Params = Readonly<Partial<Record<'caseId' | 'personId' | 'factId' | 'draftId' | 'tab' | 'step' | 'kind', string>>>;

function useIds(): Params {
  return useParams({ strict: false }) as Params;
}

function IntakeRoute() {
  const { caseId } = useIds();
  return <IntakePage key={caseId ?? 'new'} caseId={caseId} />;
}
function ClientRoute() {
  const { caseId = '', personId, tab } = useIds();
  return <ClientPage key={`${caseId}/${personId ?? ''}`} caseId={caseId} personId={personId} tab={tab ?? 'timeline'} />;
}
function FearRoute() {
  const { caseId = '', factId = '', step } = useIds();
  return <FearPage key={factId} caseId={caseId} factId={factId} step={step} />;
}
function HarmRoute() {
  const { caseId = '', factId = '' } = useIds();
  return <HarmPage key={factId} caseId={caseId} factId={factId} />;
}
function HearingRoute() {
  const { caseId = '', factId = '' } = useIds();
  return <HearingPage key={factId} caseId={caseId} factId={factId} />;
}
function ScreeningRoute() {
  const { caseId = '', factId = '' } = useIds();
  return <ScreeningPage key={factId} caseId={caseId} factId={factId} />;
}
function NewDocumentRoute() {
  const { caseId = '', kind, factId } = useIds();
  return <NewDocumentPage key={`${caseId}/${kind ?? ''}`} caseId={caseId} kind={kind} hearingId={factId} />;
}
function DraftRoute() {
  const { draftId = '' } = useIds();
  return <DraftPage key={draftId} draftId={draftId} />;
}
function ReadBackRoute() {
  const { draftId = '' } = useIds();
  return <ReadBackPage key={draftId} draftId={draftId} />;
}

const root = createRootRoute({ component: Shell, notFoundComponent: NotHere });
const at = (path: string, component: () => React.ReactNode) =>
  createRoute({ getParentRoute: () => root, path, component });

const routeTree = root.addChildren([
  createRoute({
    getParentRoute: () => root,
    path: '/',
    beforeLoad: () => {
      throw redirect({ to: '/today', replace: true });
    },
  }),
  at('/today', () => <TodayPage />),
  at('/clients', () => <ClientsPage />),
  at('/settings', () => <SettingsPage />),
  at('/vault', () => <VaultPage />),
  at('/intake/new', IntakeRoute),
  at('/intake/$caseId', IntakeRoute),
  at('/documents', () => <DocumentsPage />),
  at('/case/$caseId/document/new/{-$kind}/{-$factId}', NewDocumentRoute),
  at('/draft/$draftId', DraftRoute),
  at('/draft/$draftId/read-back', ReadBackRoute),
  at('/case/$caseId/fear/$factId/{-$step}', FearRoute),
  at('/case/$caseId/harm/$factId', HarmRoute),
  at('/case/$caseId/hearing/$factId', HearingRoute),
  at('/case/$caseId/screening/$factId', ScreeningRoute),
  at('/case/$caseId/person/$personId/{-$tab}', ClientRoute),
  at('/case/$caseId/{-$tab}', ClientRoute),
]);

export const router = createRouter({
  routeTree,
  history,
  defaultPreload: false,
  defaultErrorComponent: PageFailed,
  scrollRestoration: true,
});
