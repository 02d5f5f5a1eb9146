import { fileURLToPath } from 'node:url'
import createNextIntlPlugin from 'next-intl/plugin'

const root = fileURLToPath(new URL('.', import.meta.url))
const withIntl = createNextIntlPlugin('./app/i18n/request.ts')

/** @type {import('next').NextConfig} */
const config = {
  reactStrictMode: true,
  poweredByHeader: false,
  // The web process sets its own security headers and compresses nothing twice (web/server.ts).
  compress: true,
  serverExternalPackages: [
    'better-sqlite3',
    '@prisma/client',
    '@prisma/adapter-better-sqlite3',
    '@prisma/adapter-pg',
    'pg',
    'pino',
    'undici',
  ],
  // Types are checked by `tsc` in CI, once, for the whole repository.
  typescript: { ignoreBuildErrors: true },
  turbopack: { root },
  devIndicators: false,
  allowedDevOrigins: ['127.0.0.1'],
  experimental: {
    optimizePackageImports: ['@mantine/core', '@mantine/hooks', '@tabler/icons-react'],
  },
}

export default withIntl(config)
