/** Mantine's theme, drawn with the variables of theme.css so that both kits have one set of colours. */
import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const teal: MantineColorsTuple = [
  '#e1f1ef',
  '#c3e3e0',
  '#9fd4cf',
  '#7bd3cb',
  '#5cc4bb',
  '#35a59b',
  '#1b8a82',
  '#137a74',
  '#0d6b66',
  '#0a5753',
];

export const theme = createTheme({
  primaryColor: 'teal',
  colors: { teal },
  primaryShade: { light: 8, dark: 4 },
  autoContrast: true,
  respectReducedMotion: true,
  fontFamily: 'var(--a-font)',
  defaultRadius: 6,
  fontSizes: { xs: '12px', sm: '14px', md: '14px', lg: '16px', xl: '18px' },
  cursorType: 'default',
});

const shared = {
  '--mantine-color-body': 'var(--card)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--muted)',
  '--mantine-color-placeholder': 'var(--muted)',
  '--mantine-color-default': 'var(--card)',
  '--mantine-color-default-hover': 'var(--hover)',
  '--mantine-color-default-border': 'var(--line-strong)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-error': 'var(--red)',
};

export const variables: CSSVariablesResolver = () => ({ variables: {}, light: shared, dark: shared });
