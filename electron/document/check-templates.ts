/** `npm run check:templates`: every template is read; anything off the list of fields or directives fails by line. */
import { readLibrary } from '#shared/documents/library.ts';
import { problemText } from '#shared/documents/notation/parse.ts';
import { checkSentences } from '#shared/documents/build/check-sentences.ts';
import { readTemplateTexts } from './read-templates.ts';

const { library, problems } = readLibrary(await readTemplateTexts());
const faults = [...problems.map(problemText), ...checkSentences()];
for (const fault of faults) console.error(fault);
if (faults.length > 0) process.exitCode = 1;
else console.log(`${library.templates.length} templates checked`);
