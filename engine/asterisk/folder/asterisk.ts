import { readdir, symlink } from 'node:fs/promises'
import { join } from 'node:path'
import { fail, ok, type Result } from '../../errors'
import { type AsteriskInstallation, asteriskVersion, moduleNames } from '../installation'
import type { Progress } from '../progress'
import type { Debian } from './debian'
import { ensureFolder } from './ensure'
import { exec } from './exec'
import { loaderCommand } from './libraries'
import { modules } from './modules'
import type { Recipe } from './recipe'

const libraries = (debian: Debian) => `usr/lib/${debian.triplet}`
const modulesDir = (debian: Debian) => `${libraries(debian)}/asterisk/modules`

/** What of Debian is taken; Debian 12 and 13 have no Asterisk. */
export const source = {
  suite: 'forky',
  packages: ['asterisk', 'asterisk-modules', 'asterisk-core-sounds-en-gsm', 'asterisk-moh-opsound-gsm'],
} as const

const recipe: Recipe = {
  name: 'asterisk',
  ...source,
  // Two thirds of the download: drivers of databases, sound cards and languages we do not load.
  needless:
    /^(adduser|base-passwd|debconf|dirmngr|freetds|gcc|gnupg|gpg|libacl|libasound|libassuan|libatomic|libaudit|libb64|libblkid|libbz2|libc-gconv|libcap-ng|libcodec2|libdb5|libdebconf|libevent|libffi|libgcrypt|libgdbm|libglib|libgmime|libgmp|libgnutls|libgpg|libhogweed|libical|libicu|libiksemel|libjack|libjwt|libksba|libltdl|liblua|libmount|libncurses|libneon|libnettle|libnl-|libnpth|libntlm|libodbc|libogg|libopencore|libopusenc|libopusfile|libp11|libpam|libpci|libpcre2|libperl|libpopt|libportaudio|libpq|libradcli|libreadline|libresample|libsamplerate|libsasl2-modules|libselinux|libsemanage|libsensors|libsepol|libsnmp|libspeex|libsybdb|libtasn1|libudev|libunbound|libvo-|libvorbis|libwrap|login|openssl-provider|passwd|pci\.ids|perl|pinentry|readline|tzdata)/,
  programs: (debian) => [
    'usr/sbin/asterisk',
    ...modules.map((name) => `${modulesDir(debian)}/${name}.so`),
    // Opened by name while running, so the loader does not list them: by SRTP, and by glibc to end a thread.
    ...['libsoftokn3.so', 'libfreebl3.so', 'libfreeblpriv3.so', 'libgcc_s.so.1'].map((name) => `${libraries(debian)}/${name}`),
  ],
  data: (debian) => [
    // Without its documentation Asterisk exits: it checks its configuration against it.
    'usr/share/asterisk/documentation/core-en_US.xml',
    'usr/share/asterisk/documentation/appdocsxml.xslt',
    'usr/share/asterisk/moh',
    'usr/share/asterisk/rest-api',
    'usr/share/asterisk/sounds',
    // NSS checks its own libraries against these sums.
    ...['libsoftokn3.chk', 'libfreebl3.chk', 'libfreeblpriv3.chk'].map((name) => `${libraries(debian)}/${name}`),
    'usr/share/doc/asterisk/copyright',
  ],
  // What /etc/nsswitch.conf may name for hosts and users beside files and DNS, which glibc has built in. They belong to
  // the machine's glibc, and were the one thing that came from outside the folder.
  blocked: (debian) =>
    ['mdns', 'mdns_minimal', 'mdns4', 'mdns4_minimal', 'mdns6', 'mdns6_minimal', 'resolve', 'myhostname', 'mymachines']
      .concat(['systemd', 'sss', 'ldap', 'winbind', 'wins', 'nis', 'nisplus', 'libvirt', 'libvirt_guest', 'extrausers'])
      .map((name) => `${libraries(debian)}/libnss_${name}.so.2`),
  async finish(debian, root) {
    // The packages leave this link to the system's alternatives.
    await symlink('en_US_f_Allison', join(root, 'usr/share/asterisk/sounds/en')).catch(ignoreExisting)
    const [loader, ...args] = loaderCommand(debian, root)
    const run = await exec(loader, [...args, join(root, 'usr/sbin/asterisk'), '-V'])
    const version = asteriskVersion(run.stdout)
    return version ? ok(version) : fail('ASTERISK_UNAVAILABLE', `Asterisk does not start here: ${run.stderr.trim()}`)
  },
}

function ignoreExisting(error: NodeJS.ErrnoException): void {
  if (error.code !== 'EEXIST') throw error
}

/** Debian's Asterisk in a folder of its own, built on first use. */
export async function asteriskFolder(debian: Debian, progress: Progress): Promise<Result<AsteriskInstallation>> {
  const folder = await ensureFolder(recipe, debian, progress)
  if (!folder.ok) return folder
  const { root, version } = folder.value
  const [command, ...args] = loaderCommand(debian, root)
  return ok({
    kind: 'folder',
    command,
    args: [...args, join(root, 'usr/sbin/asterisk')],
    version,
    modulesDir: join(root, modulesDir(debian)),
    modules: moduleNames(await readdir(join(root, modulesDir(debian)))),
    dataDir: join(root, 'usr/share/asterisk'),
  })
}
