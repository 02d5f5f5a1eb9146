'use client'

import {
  ActionIcon,
  Badge,
  Button,
  type CSSVariablesResolver,
  createTheme,
  Input,
  Loader,
  Menu,
  Modal,
  Pagination,
  Paper,
  PasswordInput,
  Popover,
  SegmentedControl,
  Tooltip,
} from '@mantine/core'
import { dark, gray, signal } from './colors'
import { VisibilityIcon } from './VisibilityIcon'

const cjk =
  "'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei UI', 'Microsoft YaHei', 'Noto Sans CJK SC', 'Noto Sans SC', 'Source Han Sans SC'"

/** Control heights: a step slimmer than Mantine's, for dense working screens. */
const controlHeight: Readonly<Record<string, string>> = { xs: '1.75rem', sm: '2rem', md: '2.25rem', lg: '2.75rem' }
const height = (size: unknown) => controlHeight[typeof size === 'string' ? size : 'sm']

/** The product's look. Wrap the app in `<MantineProvider theme={theme} cssVariablesResolver={cssVariables}>`. */
export const theme = createTheme({
  primaryColor: 'signal',
  primaryShade: 6,
  colors: { signal, gray, dark },
  black: gray[9],
  fontFamily: `'Inter Variable', Inter, system-ui, -apple-system, 'Segoe UI', Roboto, ${cjk}, sans-serif`,
  fontFamilyMonospace: `ui-monospace, 'SF Mono', SFMono-Regular, Menlo, Consolas, 'Noto Sans Mono', 'DejaVu Sans Mono', ${cjk}, monospace`,
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.875rem', lg: '1rem', xl: '1.125rem' },
  lineHeights: { xs: '1.4', sm: '1.45', md: '1.5', lg: '1.5', xl: '1.5' },
  radius: { xs: '0.1875rem', sm: '0.25rem', md: '0.375rem', lg: '0.625rem', xl: '0.875rem' },
  defaultRadius: 'md',
  spacing: { xs: '0.5rem', sm: '0.75rem', md: '1rem', lg: '1.5rem', xl: '2rem' },
  cursorType: 'pointer',
  focusRing: 'auto',
  respectReducedMotion: true,
  headings: {
    fontWeight: '600',
    sizes: {
      h1: { fontSize: '1.25rem', lineHeight: '1.4' },
      h2: { fontSize: '1rem', lineHeight: '1.5' },
      h3: { fontSize: '0.875rem', lineHeight: '1.5' },
      h4: { fontSize: '0.8125rem', lineHeight: '1.5' },
    },
  },
  shadows: {
    xs: '0 1px 2px rgb(16 19 31 / 5%)',
    sm: '0 1px 3px rgb(16 19 31 / 7%), 0 1px 2px rgb(16 19 31 / 4%)',
    md: '0 4px 14px rgb(16 19 31 / 9%), 0 1px 3px rgb(16 19 31 / 6%)',
    lg: '0 12px 32px rgb(16 19 31 / 13%), 0 2px 6px rgb(16 19 31 / 6%)',
    xl: '0 24px 64px rgb(16 19 31 / 20%), 0 4px 12px rgb(16 19 31 / 8%)',
  },
  components: {
    Button: Button.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({ root: props.size?.toString().startsWith('compact') ? {} : { '--button-height': height(props.size) } }),
      styles: { label: { fontWeight: 500 } },
    }),
    Input: Input.extend({
      defaultProps: { size: 'sm' },
      vars: (_theme, props) => ({ wrapper: { '--input-height': height(props.size), '--input-size': height(props.size) } }),
    }),
    InputWrapper: {
      defaultProps: { size: 'sm' },
      styles: { label: { marginBottom: 4, fontWeight: 500 }, description: { marginBottom: 4, fontSize: 'var(--mantine-font-size-xs)' } },
    },
    PasswordInput: PasswordInput.extend({ defaultProps: { visibilityToggleIcon: VisibilityIcon } }),
    TagsInput: { defaultProps: { size: 'sm' }, styles: { pillsList: { minHeight: '1.25rem' }, input: { paddingBlock: '0.1875rem' } } },
    ActionIcon: ActionIcon.extend({ defaultProps: { variant: 'subtle', color: 'gray' } }),
    Badge: Badge.extend({ defaultProps: { variant: 'light', radius: 'sm', tt: 'none', fw: 500 } }),
    Tooltip: Tooltip.extend({ defaultProps: { openDelay: 400, withArrow: false, events: { hover: true, focus: true, touch: false } } }),
    Menu: Menu.extend({
      defaultProps: {
        shadow: 'lg',
        position: 'bottom-start',
        offset: 4,
        transitionProps: { duration: 80 },
        // A menu may hold nothing but its entries.
        withInitialFocusPlaceholder: false,
      },
    }),
    Popover: Popover.extend({ defaultProps: { shadow: 'lg', offset: 4, transitionProps: { duration: 80 } } }),
    Modal: Modal.extend({
      defaultProps: {
        radius: 'lg',
        shadow: 'xl',
        overlayProps: { backgroundOpacity: 0.4 },
        centered: false,
        yOffset: '12vh',
        transitionProps: { duration: 120, transition: 'pop' },
      },
      styles: {
        title: { fontSize: '1rem', fontWeight: 600 },
        header: { backgroundColor: 'var(--pb-surface)' },
        content: { backgroundColor: 'var(--pb-surface)' },
      },
    }),
    Paper: Paper.extend({ defaultProps: { radius: 'lg' } }),
    Loader: Loader.extend({ defaultProps: { size: 'sm', type: 'oval' } }),
    Pagination: Pagination.extend({ defaultProps: { size: 'sm' } }),
    SegmentedControl: SegmentedControl.extend({
      defaultProps: { size: 'xs', withItemsBorders: false },
      styles: { label: { fontWeight: 500 } },
    }),
  },
})

/** Names for surfaces and states that both themes share; used in every `*.module.css`. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-body': '#ffffff',
    '--mantine-color-dimmed': gray[6],
    '--mantine-color-default-border': gray[3],
    '--mantine-color-placeholder': '#6c7380',
    '--mantine-color-error': '#c42b2b',
    '--mantine-color-red-light-color': '#c42b2b',
    '--pb-nav': gray[0],
    '--pb-sunken': gray[0],
    '--pb-surface': '#ffffff',
    '--pb-raised': '#ffffff',
    '--pb-border': gray[2],
    '--pb-border-strong': gray[3],
    '--pb-hover': 'rgb(22 25 31 / 4%)',
    '--pb-selected': 'rgb(22 25 31 / 7%)',
    '--pb-accent': signal[6],
    '--pb-accent-text': signal[7],
    '--pb-accent-soft': signal[0],
    '--pb-ok': '#0f7440',
    '--pb-ok-soft': '#e3f5ea',
    '--pb-warn': '#935f00',
    '--pb-warn-soft': '#fdf1d8',
    '--pb-bad': '#c42b2b',
    '--pb-bad-soft': '#fdebea',
  },
  dark: {
    '--mantine-color-body': dark[7],
    '--mantine-color-dimmed': dark[2],
    '--mantine-color-default-border': dark[4],
    '--mantine-color-placeholder': '#878d99',
    '--mantine-color-error': '#ff8a85',
    '--mantine-color-red-light-color': '#ff8a85',
    '--mantine-color-default': dark[6],
    // A step lighter than the panels, on which Mantine's own would not be seen.
    '--mantine-color-disabled': dark[5],
    '--pb-nav': dark[8],
    '--pb-sunken': dark[8],
    '--pb-surface': '#17191e',
    '--pb-raised': dark[6],
    '--pb-border': '#24272d',
    '--pb-border-strong': dark[4],
    '--pb-hover': 'rgb(255 255 255 / 4%)',
    '--pb-selected': 'rgb(255 255 255 / 8%)',
    '--pb-accent': signal[5],
    '--pb-accent-text': signal[3],
    '--pb-accent-soft': 'rgb(107 121 239 / 16%)',
    '--pb-ok': '#5cc98d',
    '--pb-ok-soft': 'rgb(61 180 115 / 15%)',
    '--pb-warn': '#e3b04f',
    '--pb-warn-soft': 'rgb(227 160 40 / 15%)',
    '--pb-bad': '#ff8a85',
    '--pb-bad-soft': 'rgb(255 90 84 / 15%)',
  },
})
