/** Puts the document typeface (Tinos, Apache-2.0) where the app and the command line read it. */
import fs from 'node:fs';
import path from 'node:path';
import { modules, root } from './paths.mjs';

const faces = {
  'Tinos-Regular.ttf': '400Regular/Tinos_400Regular.ttf',
  'Tinos-Italic.ttf': '400Regular_Italic/Tinos_400Regular_Italic.ttf',
  'Tinos-Bold.ttf': '700Bold/Tinos_700Bold.ttf',
  'Tinos-BoldItalic.ttf': '700Bold_Italic/Tinos_700Bold_Italic.ttf',
};

export function provideFonts() {
  const folder = path.join(root, 'resources', 'fonts');
  fs.mkdirSync(folder, { recursive: true });
  for (const [name, source] of Object.entries(faces)) {
    const from = path.join(modules, '@expo-google-fonts', 'tinos', source);
    const to = path.join(folder, name);
    if (!fs.existsSync(to) || fs.statSync(to).size !== fs.statSync(from).size) fs.copyFileSync(from, to);
  }
}
