import type { FormEvent } from 'react';
import { useT } from '#renderer/i18n/i18n.ts';
import { Button } from '#renderer/ui/button.tsx';
import { NativeSelectField } from '#renderer/ui/native-select-field.tsx';
import { TextArea, TextField } from '#renderer/ui/text-field.tsx';
import { hasBarNumbers, roles, type You } from './begin.ts';
import { Steps } from './steps.tsx';

interface YouStepProps {
  readonly you: You;
  readonly onChange: (you: You) => void;
  readonly onNext: () => void;
  readonly onBack: () => void;
}

/** Who works here. Everything but the role may come later, in Settings. */
export function YouStep({ you, onChange, onNext, onBack }: YouStepProps) {
  const t = useT();
  const set = (part: Partial<You>): void => onChange({ ...you, ...part });
  function onSubmit(event: FormEvent): void {
    event.preventDefault();
    onNext();
  }
  return (
    <form className="u-step" onSubmit={onSubmit}>
      <Steps at={1} />
      <h1>{t('start.you.title')}</h1>
      <p className="u-lead">{t('start.you.why')}</p>
      <div className="u-fields">
        <TextField
          label={t('start.you.name')}
          value={you.name}
          onChange={(event) => set({ name: event.target.value })}
          autoFocus
        />
        <NativeSelectField
          label={t('start.you.role')}
          value={you.role}
          options={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          onChange={(role) => set({ role: roles.find((one) => one === role) ?? you.role })}
          help={t(hasBarNumbers(you.role) ? 'start.you.roleMay' : 'start.you.roleMayNot')}
        />
        <TextField
          label={t('start.you.office')}
          value={you.office}
          onChange={(event) => set({ office: event.target.value })}
        />
        <TextField
          label={t('start.you.phone')}
          type="tel"
          value={you.phone}
          onChange={(event) => set({ phone: event.target.value })}
        />
        <div className="u-wide">
          <TextArea
            label={t('start.you.address')}
            minRows={2}
            value={you.address}
            onChange={(event) => set({ address: event.target.value })}
          />
        </div>
        {hasBarNumbers(you.role) && (
          <>
            <TextField
              label={t('start.you.bar')}
              value={you.barNumber}
              onChange={(event) => set({ barNumber: event.target.value })}
            />
            <TextField
              label={t('start.you.barState')}
              value={you.barState}
              onChange={(event) => set({ barState: event.target.value })}
            />
            <TextField
              label={t('start.you.eoir')}
              value={you.eoirId}
              onChange={(event) => set({ eoirId: event.target.value })}
            />
          </>
        )}
      </div>
      <div className="u-foot">
        <Button onClick={onBack}>{t('ui.back')}</Button>
        <span className="u-space" />
        <Button onClick={onNext}>{t('start.you.later')}</Button>
        <Button variant="primary" type="submit">
          {t('ui.continue')}
        </Button>
      </div>
    </form>
  );
}
