/** Programme status and representation over time: what holds now, what was before, each opened in place. */
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { Id } from '#shared/domain/base.ts';
import { programmeStates, representationStages } from '#shared/domain/standing.ts';
import { programmeStatus, representation } from '#shared/domain/hearing.ts';
import { liveFacts, peopleInOrder } from '#shared/domain/people.ts';
import { programmeFrom, representationFrom, standingFirst } from '#shared/rules/standing.ts';
import { useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { focusWhenThere } from '#renderer/record/focus-when-there.ts';
import { missingNames } from '#renderer/record/missing.ts';
import { newId, recordedNow, useCommit, useSession } from '#renderer/store/use-store.tsx';
import { Button } from '#renderer/ui/button.tsx';
import { Dialog } from '#renderer/ui/dialog.tsx';
import { GroupFrame } from '#renderer/ui/field.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { Muted } from '#renderer/ui/text.tsx';
import type { TabProps } from './client-page.tsx';
import { OpenRow } from './fact-row.tsx';
import {
  programmeDetail,
  representationDetail,
  type Standing,
  type StandingKind,
  standingName,
} from './standing-words.ts';

interface StandingProps extends Pick<TabProps, 'file' | 'people'> {
  readonly kind: StandingKind;
}

/** A status or stage as a line of the list. */
interface Line {
  readonly id: Id;
  readonly standing: Standing;
  readonly detail: string;
  readonly missing: readonly string[];
}

function useLines({ kind, file, people }: StandingProps): readonly Line[] {
  const t = useT();
  const language = useLanguage();
  const words = { people, language, t };
  if (kind === 'programme')
    return standingFirst(liveFacts(file, 'programme'), programmeFrom).map((one) => ({
      id: one.id,
      standing: { kind, status: one.status },
      detail: programmeDetail(words, one),
      missing: missingNames('programme', one, t),
    }));
  return standingFirst(liveFacts(file, 'representation'), representationFrom).map((one) => ({
    id: one.id,
    standing: { kind, status: one.status },
    detail: representationDetail(words, one),
    missing: [],
  }));
}

export function StandingDialog(props: StandingProps & { readonly onClose: () => void }): ReactNode {
  const t = useT();
  const { kind, file } = props;
  const [opened, setOpened] = useState<Id | null>(null);
  const lines = useLines(props);
  return (
    <Dialog title={t(`standing.${kind}.title`)} opened onClose={props.onClose} size="xl">
      <div className="r-stack">
        {lines.length === 0 ? <p>{t(`standing.${kind}.none`)}</p> : <Muted>{t('standing.help')}</Muted>}
        <AddStanding {...props} onMade={setOpened} />
        <ul className="client-rows" aria-label={t(`standing.${kind}.title`)}>
          {lines.map((line, index) => (
            <OpenRow
              key={line.id}
              file={file}
              opened={opened}
              onOpen={setOpened}
              collection={kind}
              factId={line.id}
              title={standingName(t, line.standing)}
              detail={line.detail}
              tags={
                <>
                  {index === 0 ? <Tag tone="accent">{t('standing.now')}</Tag> : null}
                  {line.missing.length === 0 ? null : (
                    <Tag icon="pending">{t('client.incomplete', { items: line.missing.join(', ') })}</Tag>
                  )}
                </>
              }
            />
          ))}
        </ul>
      </div>
    </Dialog>
  );
}

const choices: Readonly<Record<StandingKind, readonly Standing[]>> = {
  programme: programmeStates.map((status) => ({ kind: 'programme', status })),
  representation: representationStages.map((status) => ({ kind: 'representation', status })),
};

/** The status is chosen by making it: none is assumed. */
function AddStanding({ kind, file, onMade }: StandingProps & { readonly onMade: (id: Id) => void }): ReactNode {
  const t = useT();
  const session = useSession();
  const commit = useCommit();
  // A key that is held presses the button again and again until the page has heard of the new record and moves the focus.
  const isAdding = useRef(false);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the record has spoken, whatever it says
  useEffect(() => {
    isAdding.current = false;
  }, [file]);
  async function add(status: Standing['status']): Promise<void> {
    if (isAdding.current) return;
    isAdding.current = true;
    const about = peopleInOrder(file).map((person) => person.id);
    const id = newId();
    const schema = kind === 'programme' ? programmeStatus : representation;
    const value = schema.parse({ id, about, status, recorded: recordedNow(session) });
    const changes = [{ path: [kind, id], value }];
    const result = await commit({ label: `${kind}.changed`, edits: [{ fileId: file.id, changes }] });
    if (!result.ok) {
      isAdding.current = false;
      return;
    }
    onMade(id);
    focusWhenThere('.client-editor :is(input, select)');
  }
  return (
    <GroupFrame label={t(`standing.${kind}.add`)}>
      <div className="r-row">
        {choices[kind].map((choice) => (
          <Button key={choice.status} size="sm" leftIcon="add" onClick={() => void add(choice.status)}>
            {standingName(t, choice)}
          </Button>
        ))}
      </div>
    </GroupFrame>
  );
}
