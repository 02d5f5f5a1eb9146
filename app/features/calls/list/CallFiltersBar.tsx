'use client'

import { ActionIcon, Chip, Select, Tooltip } from '@mantine/core'
import { DatePickerInput } from '@mantine/dates'
import { useDebouncedCallback } from '@mantine/hooks'
import { IconFilterOff } from '@tabler/icons-react'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useEffect, useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { SearchInput } from '@/app/ui/fields/SearchInput'
import { type CallFilters, outcomes, periods } from './filters'

interface Props {
  filters: CallFilters
  onChange: (change: Partial<CallFilters>) => void
  /** Given while there is something to clear. */
  onClear?: () => void
}

/** The filters in a row. */
export function CallFiltersBar({ filters, onChange, onClear }: Props) {
  const t = useTranslations('calls')
  const common = useTranslations('common')
  const trpc = useTRPC()
  const flows = useQuery(trpc.flows.list.queryOptions()).data ?? []
  const numbers = useQuery(trpc.numbers.list.queryOptions()).data ?? []
  const [typed, setTyped] = useState(filters.q ?? '')
  const search = useDebouncedCallback((q: string) => onChange({ q: q.trim() || undefined }), 250)
  useEffect(() => {
    if (!filters.q) setTyped('')
  }, [filters.q])
  const states = ['live', ...outcomes] as const
  return (
    <>
      <SearchInput
        value={typed}
        onChange={(q) => {
          setTyped(q)
          search(q)
        }}
        label={t('searchLabel')}
        clearLabel={common('clearSearch')}
        width={190}
      />
      <Select
        aria-label={t('filters.period')}
        placeholder={t('filters.any')}
        w={124}
        clearable
        value={filters.period ?? null}
        onChange={(value) => onChange({ period: periods.find((known) => known === value), from: undefined, to: undefined })}
        data={periods.map((value) => ({ value, label: t(`filters.${value}`) }))}
      />
      {filters.period === 'custom' && (
        <DatePickerInput
          type="range"
          // The dates are its name; the calendar is no dialog of its own.
          popoverProps={{ withRoles: false }}
          placeholder={`${t('filters.from')} – ${t('filters.to')}`}
          w={210}
          clearable
          allowSingleDateInRange
          valueFormat="ll"
          value={[filters.from ?? null, filters.to ?? null]}
          onChange={([from, to]) => onChange({ from: from ?? undefined, to: to ?? undefined })}
        />
      )}
      <Select
        aria-label={t('filters.flow')}
        placeholder={t('filters.anyFlow')}
        w={128}
        clearable
        searchable
        value={filters.flow ?? null}
        onChange={(flow) => onChange({ flow: flow ?? undefined })}
        data={flows.filter((flow) => flow.kind === 'ivr').map((flow) => ({ value: flow.id, label: flow.name }))}
      />
      <Select
        aria-label={t('filters.number')}
        placeholder={t('filters.anyNumber')}
        w={124}
        clearable
        searchable
        value={filters.number ?? null}
        onChange={(number) => onChange({ number: number ?? undefined })}
        // A number that leads nowhere any more still has its calls.
        data={[...new Set([...numbers.map(({ number }) => number), ...(filters.number ? [filters.number] : [])])]}
      />
      <Select
        aria-label={t('filters.outcome')}
        placeholder={t('filters.anyOutcome')}
        w={128}
        clearable
        value={filters.outcome ?? null}
        onChange={(value) => onChange({ outcome: states.find((known) => known === value) })}
        data={states.map((value) => ({ value, label: t(`outcome.${value}`) }))}
      />
      <Chip size="xs" variant="outline" checked={filters.errors === '1'} onChange={(on) => onChange({ errors: on ? '1' : undefined })}>
        {t('filters.withErrors')}
      </Chip>
      <Chip size="xs" variant="outline" checked={filters.message === '1'} onChange={(on) => onChange({ message: on ? '1' : undefined })}>
        {t('filters.withMessage')}
      </Chip>
      {onClear && (
        // narrow enough to stand in the same row, so that the list does not move when a filter is set
        <Tooltip label={common('clearFilters')}>
          <ActionIcon size={28} aria-label={common('clearFilters')} onClick={onClear}>
            <IconFilterOff size={16} stroke={1.75} />
          </ActionIcon>
        </Tooltip>
      )}
    </>
  )
}
