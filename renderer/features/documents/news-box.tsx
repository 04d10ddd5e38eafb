/** What the facts would say by now: the words in both languages, to take in or to set aside. Never in the text by itself. */
import type { Side } from '#shared/documents/build/sentences.ts';
import { hunkWords } from '#shared/documents/hunks.ts';
import type { News, NewsChange } from '#shared/documents/news.ts';
import { sideText } from '#shared/documents/content-hash.ts';
import { newsWords } from '#shared/documents/news.ts';
import { type Key, useLanguage, useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Tag } from '#renderer/ui/tag.tsx';
import { InlineText } from './row-text.tsx';

interface NewsBoxProps {
  readonly news: News;
  /** The document is in English alone. */
  readonly isSingle: boolean;
  readonly readOnly: boolean;
  readonly onTake: (news: News) => void;
  readonly onSetAside: (news: News) => void;
}

function headline(news: News): Key {
  if (news.fact !== null) return 'documents.news.fact';
  if (news.paragraphId === null) return 'documents.news.paragraph';
  const hunks = news.changes.flatMap((change) => change.hunks);
  if (news.settled.length > 0) return hunks.length > 0 ? 'documents.news.settled' : 'documents.news.gapGoes';
  return hunks.some((hunk) => hunk.remove.length > 0) ? 'documents.news.replaces' : 'documents.news.adds';
}

export function NewsBox({ news, isSingle, readOnly, onTake, onSetAside }: NewsBoxProps) {
  const t = useT();
  const language = useLanguage();
  const sides: readonly Side[] = isSingle ? ['en'] : ['en', 'es'];
  return (
    // biome-ignore lint/a11y/useSemanticElements: a fieldset would draw a frame of its own inside a grid
    <div
      className="d-news"
      role="group"
      data-news={news.key}
      aria-label={t('documents.news.label', { text: newsWords(news, language) })}
    >
      <div className="d-news-head">
        <Tag tone="warning" icon="pending">
          {t(headline(news))}
        </Tag>
        {readOnly ? null : (
          <>
            <Button size="sm" leftIcon="add" onClick={() => onTake(news)}>
              {t('documents.news.take')}
            </Button>
            {news.canSetAside ? (
              <Button size="sm" variant="quiet" onClick={() => onSetAside(news)}>
                {t('documents.news.aside')}
              </Button>
            ) : null}
          </>
        )}
      </div>
      <div className="d-news-sides">
        {sides.map((side) => (
          <div key={side} lang={side} className="d-news-text">
            {news.changes.map((change) => (
              <ChangeText key={change.origin} change={change} side={side} />
            ))}
          </div>
        ))}
      </div>
    </div>
  );
}

function ChangeText({ change, side }: { readonly change: NewsChange; readonly side: Side }) {
  const t = useT();
  if (change.built !== null) {
    return (
      <p>
        <InlineText inlines={change.built.sides[side]} />
      </p>
    );
  }
  return change.hunks.map((hunk) => {
    const { add, remove } = hunkWords(hunk, side);
    const key = JSON.stringify([add, remove]);
    return (
      <p key={key}>
        <InlineText inlines={add} />
        {remove.length === 0 ? null : (
          <span className="d-news-old">
            {t(add.length === 0 ? 'documents.news.goes' : 'documents.news.insteadOf', { text: sideText(remove) })}
          </span>
        )}
      </p>
    );
  });
}
