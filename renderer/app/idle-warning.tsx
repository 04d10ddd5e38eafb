import { useEffect, useState } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { Icon } from '#renderer/ui/icons.tsx';

/** Before the lock by idle time: how long it still takes, and one button to stay. Any key or click stays too. */
export function IdleWarning() {
  const t = useT();
  const [seconds, setSeconds] = useState<number | null>(null);

  useEffect(
    () =>
      window.amparo.onNotice((notice) => {
        if (notice.kind === 'idle-warning') setSeconds(notice.seconds);
      }),
    [],
  );
  useEffect(() => {
    if (seconds === null) return;
    const stay = (): void => setSeconds(null);
    const timer = setTimeout(() => setSeconds(seconds > 1 ? seconds - 1 : null), 1000);
    window.addEventListener('keydown', stay);
    window.addEventListener('pointerdown', stay);
    return () => {
      clearTimeout(timer);
      window.removeEventListener('keydown', stay);
      window.removeEventListener('pointerdown', stay);
    };
  }, [seconds]);

  if (seconds === null) return null;
  return (
    <div className="s-idle" role="alert">
      <Icon name="clock" />
      <span>{t('shell.idle', { count: seconds })}</span>
      <Button size="sm" onClick={() => void window.amparo.session.activity()}>
        {t('shell.stay')}
      </Button>
    </div>
  );
}
