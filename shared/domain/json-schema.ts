/** The published JSON Schema of an exported case (resources/schema): made from the schema that the app itself uses. */
import { z } from 'zod';
import { caseFile, schemaVersion } from './case-file.ts';

/**
 * JSON Schema (2020-12) of a case file as it may be handed in: fields with a default may be left out. Rules that tie
 * two fields together (a day needs YYYY-MM-DD) are named in descriptions only; `npm run document` checks them too.
 */
export function caseFileJsonSchema(): Record<string, unknown> {
  const schema = z.toJSONSchema(caseFile, {
    io: 'input',
    reused: 'ref',
    override: ({ jsonSchema }) => {
      const precision = jsonSchema.properties?.precision;
      if (typeof precision === 'object' && jsonSchema.properties?.value)
        jsonSchema.description =
          'A date as well as it is known: `day` needs YYYY-MM-DD, `month` YYYY-MM, `year` YYYY; `about`, `before` and `after` take any of the three; `unknown` an empty value.';
    },
  });
  return {
    $schema: 'https://json-schema.org/draft/2020-12/schema',
    title: `Amparo case file, version ${schemaVersion}`,
    ...schema,
  };
}
