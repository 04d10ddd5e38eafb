import { expect, test } from 'vitest';
import published from '#resources/schema/case-file-v1.schema.json' with { type: 'json' };
import { caseFileJsonSchema } from './json-schema.ts';

test('the published JSON Schema is the one that the app uses (renew with `npx vitest run shared/domain/json-schema --update`)', async () => {
  const text = `${JSON.stringify(caseFileJsonSchema(), null, 1)}\n`;
  await expect(text).toMatchFileSnapshot('../../resources/schema/case-file-v1.schema.json');
  expect(published.title).toBe('Amparo case file, version 1');
  expect(Object.keys(published.properties)).toContain('fearEvents');
});
