import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';

interface WelcomeProps {
  readonly onLook: () => void;
  readonly onStart: () => void;
}

/** The first page ever shown: what this is, and two ways in. */
export function Welcome({ onLook, onStart }: WelcomeProps) {
  const t = useT();
  return (
    <div className="u-step">
      <h1>{t('start.welcome')}</h1>
      <p className="u-lead">{t('start.what')}</p>
      <div className="u-ways">
        <section className="u-way" aria-labelledby="way-start">
          <h2 id="way-start">{t('start.startTitle')}</h2>
          <p>{t('start.startText')}</p>
          <Button variant="primary" onClick={onStart} autoFocus>
            {t('start.start')}
          </Button>
        </section>
        <section className="u-way" aria-labelledby="way-look">
          <h2 id="way-look">{t('start.lookTitle')}</h2>
          <p>{t('start.lookText')}</p>
          <Button onClick={onLook}>{t('start.look')}</Button>
        </section>
      </div>
      <p className="u-note">{t('start.offline')}</p>
    </div>
  );
}
