import { Alert, Button, Group, Stack, Text, TextInput } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { useTranslations } from 'next-intl'
import { useState } from 'react'
import { useTRPC } from '@/app/features/shared/trpc'
import { useProblemText } from '@/app/features/shared/useProblemText'
import { suggestNumber } from './suggest-number'
import { useAssign } from './useAssign'

/** A number that is to lead here; one that leads elsewhere is only taken over when asked twice. */
export function NumberForm({ onAssigned, autoFocus = true }: { onAssigned: (number: string) => void; autoFocus?: boolean }) {
  const t = useTranslations('editor.numbers')
  const trpc = useTRPC()
  const text = useProblemText()
  const { data: numbers } = useQuery(trpc.numbers.list.queryOptions())
  const { assign, pending, taken, error, reset } = useAssign()
  const [typed, setTyped] = useState<string | null>(null)
  const number = typed ?? suggestNumber(numbers?.map((entry) => entry.number) ?? [])
  const holder = numbers?.find((entry) => entry.number === number.trim())
  const submit = (replace: boolean) =>
    assign(number.trim(), replace).then(
      () => onAssigned(number.trim()),
      () => undefined, // shown by `taken` and `error`
    )
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault()
        if (number.trim()) void submit(false)
      }}
    >
      <Stack gap="sm">
        <Group gap="xs" align="flex-end" wrap="nowrap">
          <TextInput
            label={t('number')}
            description={t('numberHelp')}
            value={number}
            onChange={(event) => {
              setTyped(event.currentTarget.value)
              reset()
            }}
            inputMode="tel"
            maxLength={40}
            style={{ flex: 1 }}
            data-autofocus={autoFocus || undefined}
            data-testid="number-input"
          />
          <Button type="submit" loading={pending && taken === null} disabled={!number.trim()} data-testid="number-assign">
            {t('assign')}
          </Button>
        </Group>
        {taken !== null && (
          <Alert color="orange" variant="light" role="alert">
            <Text size="sm">
              {holder ? t('taken', { number: number.trim(), flow: holder.flowName }) : t('phone', { number: number.trim(), name: taken })}
            </Text>
            {holder && (
              <Button size="compact-xs" mt="xs" color="orange" loading={pending} onClick={() => void submit(true)}>
                {t('takeOver')}
              </Button>
            )}
          </Alert>
        )}
        {error && (
          <Alert color="red" variant="light" role="alert">
            {text(error)}
          </Alert>
        )}
      </Stack>
    </form>
  )
}
