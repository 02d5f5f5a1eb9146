import { z } from 'zod'
import { PhoneNumber } from '../inputs'

// These words end up in Asterisk's configuration: nothing in them may begin a line, a section or a comment.
const hostname = /^(?=.{1,253}$)[A-Za-z0-9]([A-Za-z0-9.-]*[A-Za-z0-9])?$/
const port = /^\d{1,5}$/

/** `host`, `host:port`, an IPv4 address, or `[IPv6]` with or without a port. */
export const Host = z
  .string()
  .trim()
  .max(260)
  .refine((text) => {
    const six = /^\[([0-9A-Fa-f:.]+)\](?::(\d{1,5}))?$/.exec(text)
    if (six) return z.ipv6().safeParse(six[1]).success && Number(six[2] ?? 1) < 65536
    const [host = '', number, ...rest] = text.split(':')
    return (
      rest.length === 0 &&
      hostname.test(host) &&
      (number === undefined || (port.test(number) && Number(number) > 0 && Number(number) < 65536))
    )
  }, 'a host name or address, with :port if need be')

export const Network = z.union([z.cidrv4(), z.cidrv6()], 'a network such as 192.168.1.0/24')

/** SIP user names and passwords. */
const Word = z
  .string()
  .max(128)
  .regex(/^[\x21-\x3a\x3c-\x7e]+$/, 'letters, digits and signs without spaces and semicolons')

export const Trunk = z.object({
  host: Host,
  username: Word.nullish(),
  password: Word.optional(),
  fromNumber: PhoneNumber.nullish(),
})
