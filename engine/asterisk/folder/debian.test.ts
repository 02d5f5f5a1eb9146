import { describe, expect, it } from 'vitest'
import { asteriskVersion } from '../installation'
import { debianArchives, debianSuite } from './debian'

describe('the archive', () => {
  it('is Debian’s, before those of other vendors and of security fixes', () => {
    const output = [
      "'https://packages.example.com/node_20.x/dists/nodistro/InRelease' packages.example.com_InRelease 0 ",
      "'http://mirror.example.org/debian/dists/bookworm/InRelease' mirror_bookworm_InRelease 0 ",
      "'http://mirror.example.org/debian/dists/bookworm-updates/InRelease' mirror_bookworm-updates_InRelease 0 ",
      "'http://mirror.example.org/debian-security/dists/bookworm-security/InRelease' mirror_security_InRelease 0 ",
      "'http://mirror.example.org/debian/dists/bookworm/main/binary-amd64/Packages.xz' mirror_Packages 0 ",
    ].join('\n')
    expect(debianArchives(output)).toEqual(['http://mirror.example.org/debian', 'https://packages.example.com/node_20.x'])
  })

  it('is none where apt names none', () => {
    expect(debianArchives('')).toEqual([])
    expect(debianArchives("'cdrom://Debian/dists/bookworm/InRelease' x 0 ")).toEqual([])
  })
})

describe('the suite', () => {
  it('is told by os-release', () => {
    expect(debianSuite('PRETTY_NAME="Debian GNU/Linux 12 (bookworm)"\nVERSION_CODENAME=bookworm\nID=debian\n')).toBe('bookworm')
  })

  it('is unknown on relatives of Debian', () => {
    expect(debianSuite('ID=ubuntu\nID_LIKE=debian\nVERSION_CODENAME=noble\n')).toBeUndefined()
  })
})

describe('Asterisk’s version', () => {
  it.each([
    ['Asterisk 22.10.1~dfsg+~cs6.17.60671434-1', '22.10.1'],
    ['Asterisk 18.9.0', '18.9.0'],
    ['Asterisk certified/20.7-cert5', '20.7'],
    ['Asterisk certified-18.9-cert9', '18.9'],
    ['no such thing', undefined],
  ])('is read from “%s”', (output, version) => {
    expect(asteriskVersion(output)).toBe(version)
  })
})
