/**
 * Every stable error code of Patchbay. A code is never renamed or reused; its sentence in both languages
 * lives in `app/messages/<locale>/errors.json` under the same key (a test compares the two).
 */
export const errorCodes = [
  // Flow documents
  'DOCUMENT_NOT_JSON',
  'DOCUMENT_TOO_LARGE',
  'DOCUMENT_INVALID',
  'DOCUMENT_TOO_NEW',
  'DOCUMENT_TOO_OLD',
  // Expressions and scripts
  'EXPRESSION_FAILED',
  'EXPRESSION_TOO_COSTLY',
  'VALUE_NOT_SPEAKABLE',
  // Calls
  'CALL_GONE',
  'CALL_LOST',
  'CALL_HANDED_BACK',
  'PLAYBACK_FAILED',
  'RECORDING_FAILED',
  'DIAL_FAILED',
  'TELEPHONY_DOWN',
  'TELEPHONY_REFUSED',
  // Speech
  'NOTHING_TO_SAY',
  'SPEECH_FAILED',
  'SPEECH_VOICE_MISSING',
  'SOUND_MISSING',
  // HTTP
  'HTTP_ADDRESS_REFUSED',
  'HTTP_URL_INVALID',
  'HTTP_UNREACHABLE',
  'HTTP_TIMEOUT',
  'HTTP_TOO_LARGE',
  'HTTP_STATUS',
  'HTTP_NOT_JSON',
  'HTTP_TOO_MANY_REDIRECTS',
  // Secrets
  'SECRET_MISSING',
  'SECRET_UNREADABLE',
  // Runtime
  'TOO_MANY_STEPS',
  'VARIABLES_TOO_LARGE',
  'NODE_FAILED',
  'NODE_UNKNOWN',
  'VERSION_MISSING',
  'SESSION_UNREADABLE',
  'NUMBER_UNASSIGNED',
  'STORE_BUSY',
  'STORE_FULL',
  'STORE_FAILED',
  'STORE_MIGRATION_FAILED',
  'STORE_TOO_NEW',
  // Asterisk and installation
  'ASTERISK_PORT_TAKEN',
  'ASTERISK_EXITED',
  'ASTERISK_UNAVAILABLE',
  'ASTERISK_OFF',
  'ARI_UNREACHABLE',
  'ARI_LOGIN_REFUSED',
  'ARI_NOT_THERE',
  'ARI_NO_EVENTS',
  // Web and CLI
  'ENGINE_DOWN',
  'NOT_FOUND',
  'FORBIDDEN',
  'UNAUTHENTICATED',
  'CONFLICT',
  'INPUT_INVALID',
  'FLOW_HAS_ERRORS',
  'NUMBER_TAKEN',
  'DRAFT_STALE',
  'INPUT_TOO_LARGE',
  'UNEXPECTED',
  'TOO_MANY_ATTEMPTS',
  'FLOW_HAS_NUMBERS',
  'FLOW_ARCHIVED',
  'FLOW_NOT_PUBLISHED',
  'NAME_TAKEN',
  'LAST_ADMINISTRATOR',
  'SOUND_UNREADABLE',
  'FILE_UNUSABLE',
  'BACKUP_INVALID',
  'INSTANCE_RUNNING',
] as const

/** A stable error code. */
export type ErrorCode = (typeof errorCodes)[number]
